//! What a harvester asks: verbs and their arguments, as strict as the protocol wants it (§3.6, §4).

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD as BASE64};
use url::form_urlencoded;

use crate::{clock::parse_rfc3339, store::harvest::Wanted};

/// The one format there is.
pub const PREFIX: &str = "oai_dc";

/// Arguments of a request that are read, and bytes of a value: more are no request of this protocol.
const MOST_PAIRS: usize = 8;
const MOST_BYTES: usize = 1_000;

/// A request that is well formed.
#[derive(Debug, PartialEq, Eq)]
pub enum Request {
    Identify,
    /// Of one record, or of all.
    ListMetadataFormats(Option<String>),
    ListSets,
    GetRecord(String),
    List(Listing),
}

/// A part of a list.
#[derive(Debug, PartialEq, Eq)]
pub struct Listing {
    /// Records, or their headers only.
    pub records: bool,
    pub wanted: Wanted,
    /// How many came before.
    pub cursor: i64,
    /// Of the whole list; `None` in its first part.
    pub total: Option<i64>,
}

/// Why a request is not answered.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
pub enum Fault {
    #[error("the verb is missing, given twice, or none of the six")]
    BadVerb,
    #[error("an argument is missing, given twice, not one of this verb, or not as it must be")]
    BadArgument,
    #[error("this resumption token was not given here, or has nothing left behind it")]
    BadToken,
    #[error("records come as oai_dc only")]
    NoSuchFormat,
    #[error("there is no record with this identifier")]
    NoSuchId,
    #[error("no records match")]
    NoneMatch,
}

impl Fault {
    pub const fn code(self) -> &'static str {
        match self {
            Fault::BadVerb => "badVerb",
            Fault::BadArgument => "badArgument",
            Fault::BadToken => "badResumptionToken",
            Fault::NoSuchFormat => "cannotDisseminateFormat",
            Fault::NoSuchId => "idDoesNotExist",
            Fault::NoneMatch => "noRecordsMatch",
        }
    }

    /// Whether the arguments are repeated in the answer.
    pub const fn is_understood(self) -> bool {
        !matches!(self, Fault::BadVerb | Fault::BadArgument)
    }
}

/// The arguments as they came.
pub fn pairs(query: &str) -> Vec<(String, String)> {
    let pairs = form_urlencoded::parse(query.as_bytes());
    pairs.map(|(key, value)| (key.into_owned(), value.into_owned())).take(MOST_PAIRS + 1).collect()
}

/// Reads a request.
///
/// # Errors
/// With the fault that the protocol names for it.
pub fn read(query: &str) -> Result<Request, Fault> {
    let pairs = pairs(query);
    let given = |name: &str| pairs.iter().filter(|(key, _)| key == name).count();
    if given("verb") != 1 {
        return Err(Fault::BadVerb);
    }
    let value =
        |name: &str| pairs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str());
    let allowed: &[&str] = match value("verb").unwrap_or_default() {
        "Identify" => &[],
        "ListMetadataFormats" => &["identifier"],
        "ListSets" => &["resumptionToken"],
        "GetRecord" => &["identifier", "metadataPrefix"],
        "ListIdentifiers" | "ListRecords" => {
            &["from", "until", "set", "metadataPrefix", "resumptionToken"]
        }
        _ => return Err(Fault::BadVerb),
    };
    let fits = |(key, value): &(String, String)| {
        key == "verb" || (allowed.contains(&key.as_str()) && value.len() <= MOST_BYTES)
    };
    let twice = allowed.iter().any(|name| given(name) > 1);
    if pairs.len() > MOST_PAIRS || twice || !pairs.iter().all(fits) {
        return Err(Fault::BadArgument);
    }
    let token = value("resumptionToken");
    // An exclusive argument (§2.5).
    if token.is_some() && pairs.len() != 2 {
        return Err(Fault::BadArgument);
    }
    let format = || match value("metadataPrefix") {
        Some(PREFIX) => Ok(()),
        Some(_) => Err(Fault::NoSuchFormat),
        None => Err(Fault::BadArgument),
    };
    match value("verb").unwrap_or_default() {
        "Identify" => Ok(Request::Identify),
        "ListMetadataFormats" => {
            Ok(Request::ListMetadataFormats(value("identifier").map(str::to_owned)))
        }
        // All sets come at once, so nobody was given a token.
        "ListSets" => token.map_or(Ok(Request::ListSets), |_| Err(Fault::BadToken)),
        "GetRecord" => {
            let identifier = value("identifier").ok_or(Fault::BadArgument)?;
            format()?;
            Ok(Request::GetRecord(identifier.to_owned()))
        }
        verb => {
            let records = verb == "ListRecords";
            if let Some(token) = token {
                return resumed(records, token).ok_or(Fault::BadToken).map(Request::List);
            }
            let (from, until) = (value("from"), value("until"));
            let same = |from: &str, until: &str| from.len() == until.len();
            if !from.zip(until).is_none_or(|(from, until)| same(from, until)) {
                return Err(Fault::BadArgument);
            }
            let from = from.map(|text| moment(text, 0)).transpose()?;
            let until = until.map(|text| moment(text, 86_399_000)).transpose()?;
            if from.zip(until).is_some_and(|(from, until)| from > until) {
                return Err(Fault::BadArgument);
            }
            format()?;
            let set = value("set").map(str::to_owned);
            let wanted = Wanted { from, until, set, after: None };
            Ok(Request::List(Listing { records, wanted, cursor: 0, total: None }))
        }
    }
}

/// `YYYY-MM-DD`, of which the `end` is meant, or `YYYY-MM-DDThh:mm:ssZ`.
fn moment(text: &str, end: i64) -> Result<i64, Fault> {
    let (whole, more) = match text.len() {
        10 => (format!("{text}T00:00:00Z"), end),
        20 if text.ends_with('Z') && text.as_bytes()[10] == b'T' => (text.to_owned(), 0),
        _ => return Err(Fault::BadArgument),
    };
    parse_rfc3339(&whole).map(|at| at + more).ok_or(Fault::BadArgument)
}

impl Listing {
    /// The token of the part behind the `last` record of this one, which has `here` records.
    pub fn next(&self, last: (i64, i64), total: i64, here: i64) -> String {
        let number = |value: Option<i64>| value.map(|value| value.to_string()).unwrap_or_default();
        let parts = [
            if self.records { "r" } else { "i" }.to_owned(),
            last.0.to_string(),
            last.1.to_string(),
            number(self.wanted.from),
            number(self.wanted.until),
            total.to_string(),
            (self.cursor + here).to_string(),
            self.wanted.set.clone().unwrap_or_default(),
        ];
        BASE64.encode(parts.join("/"))
    }
}

fn resumed(records: bool, token: &str) -> Option<Listing> {
    let text = String::from_utf8(BASE64.decode(token).ok()?).ok()?;
    let parts: Vec<&str> = text.split('/').collect();
    let [kind, at, num, from, until, total, cursor, set] = parts.as_slice() else { return None };
    if *kind != if records { "r" } else { "i" } {
        return None;
    }
    let number = |text: &str| text.parse::<i64>().ok();
    let maybe = |text: &str| match text {
        "" => Some(None),
        text => number(text).map(Some),
    };
    let wanted = Wanted {
        from: maybe(from)?,
        until: maybe(until)?,
        set: (!set.is_empty()).then(|| (*set).to_owned()),
        after: Some((number(at)?, number(num)?)),
    };
    let (total, cursor) = (number(total)?, number(cursor)?);
    Some(Listing { records, wanted, cursor, total: Some(total) })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_kind_of_wrong_request_has_its_fault() {
        for (query, fault) in [
            ("", Fault::BadVerb),
            ("verb=Identify&verb=Identify", Fault::BadVerb),
            ("verb=identify", Fault::BadVerb),
            ("verb=Identify&x=1", Fault::BadArgument),
            ("verb=GetRecord&identifier=a", Fault::BadArgument),
            ("verb=GetRecord&metadataPrefix=oai_dc", Fault::BadArgument),
            ("verb=GetRecord&identifier=a&metadataPrefix=marc", Fault::NoSuchFormat),
            ("verb=ListRecords", Fault::BadArgument),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026", Fault::BadArgument),
            ("verb=ListRecords&metadataPrefix=oai_dc&from=2026-02-30", Fault::BadArgument),
            (
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-02&until=2026-01-01",
                Fault::BadArgument,
            ),
            (
                "verb=ListRecords&metadataPrefix=oai_dc&from=2026-01-01&until=2026-01-02T00:00:00Z",
                Fault::BadArgument,
            ),
            ("verb=ListRecords&metadataPrefix=oai_dc&resumptionToken=x", Fault::BadArgument),
            ("verb=ListRecords&resumptionToken=x", Fault::BadToken),
            ("verb=ListSets&resumptionToken=x", Fault::BadToken),
        ] {
            assert_eq!(read(query), Err(fault), "{query}");
        }
    }

    #[test]
    fn a_list_goes_on_where_its_token_says() {
        let query = "verb=ListRecords&metadataPrefix=oai_dc&set=topic:cycling&until=2026-01-01";
        let Ok(Request::List(first)) = read(query) else { panic!("a list") };
        assert_eq!(first.wanted.until, parse_rfc3339("2026-01-01T23:59:59Z"));
        let token = first.next((5_000, 7), 300, 100);
        let query = format!("verb=ListRecords&resumptionToken={token}");
        let Ok(Request::List(second)) = read(&query) else { panic!("a list") };
        let wanted = Wanted { after: Some((5_000, 7)), ..first.wanted };
        assert_eq!(second, Listing { records: true, wanted, cursor: 100, total: Some(300) });
        let other = format!("verb=ListIdentifiers&resumptionToken={token}");
        assert_eq!(read(&other), Err(Fault::BadToken));
    }
}
