//! Address ranges in settings: text outside, `IpNet` inside.

use ipnet::IpNet;
use serde::{Deserialize, Deserializer, Serializer, de::Error};

/// `10.0.0.0/8`, `fd00::/8`, or a single address, which is the range of itself.
pub fn parse(text: &str) -> Option<IpNet> {
    text.parse().ok().or_else(|| text.parse().ok().map(|address: std::net::IpAddr| address.into()))
}

pub fn serialize<S: Serializer>(nets: &[IpNet], out: S) -> Result<S::Ok, S::Error> {
    out.collect_seq(nets.iter().map(ToString::to_string))
}

pub fn deserialize<'de, D: Deserializer<'de>>(from: D) -> Result<Vec<IpNet>, D::Error> {
    let texts = Vec::<String>::deserialize(from)?;
    texts
        .iter()
        .map(|text| parse(text).ok_or_else(|| D::Error::custom(format!("{text:?} is no range"))))
        .collect()
}
