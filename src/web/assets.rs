//! What pages load: style sheets, the script of the form, fonts, the icon and the city plans, all
//! under names that change with their content, so that they never go stale in a cache.

use std::{fmt::Write, sync::LazyLock};

use aws_lc_rs::digest;
use axum::{
    extract::Path,
    http::{StatusCode, header},
    response::{IntoResponse, Response},
};

use super::{accent, plan};
use crate::domain::vocabulary::{sdgs, topics};

/// The addresses of what every page loads.
#[derive(Debug)]
pub struct Looks {
    pub css: String,
    /// For who is signed in, and on the pages about accounts.
    pub member: String,
    /// What the form of a case does by itself where scripts run.
    pub script: String,
    pub theme: String,
    pub icon: String,
    /// The outline of the land, behind every map.
    pub land: String,
    /// Shown with links to pages that have no picture of their own.
    pub card: String,
    /// The font that the first lines need.
    pub font: String,
}

struct Asset {
    name: String,
    kind: &'static str,
    bytes: Vec<u8>,
}

const CSS: &str = "text/css; charset=utf-8";
const JS: &str = "text/javascript; charset=utf-8";
const SVG: &str = "image/svg+xml";
const FONTS: [(&str, &str, &[u8]); 4] = [
    ("latin", LATIN, include_bytes!("../../assets/fonts/source-serif-4-latin-wght-normal.woff2")),
    (
        "latin-ext",
        LATIN_EXT,
        include_bytes!("../../assets/fonts/source-serif-4-latin-ext-wght-normal.woff2"),
    ),
    (
        "cyrillic",
        "U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116",
        include_bytes!("../../assets/fonts/source-serif-4-cyrillic-wght-normal.woff2"),
    ),
    (
        "greek",
        "U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF",
        include_bytes!("../../assets/fonts/source-serif-4-greek-wght-normal.woff2"),
    ),
];
const LATIN: &str = "U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD";
const LATIN_EXT: &str = "U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C4,U+2113,U+2C60-2C7F,U+A720-A7FF";

/// The one style sheet, in the order in which later parts may overrule earlier ones.
const STYLE: [&str; 16] = [
    include_str!("../../assets/style/tokens.css"),
    include_str!("../../assets/style/frame.css"),
    include_str!("../../assets/style/find.css"),
    include_str!("../../assets/style/forms.css"),
    include_str!("../../assets/style/home.css"),
    include_str!("../../assets/style/cards.css"),
    include_str!("../../assets/style/doors.css"),
    include_str!("../../assets/style/list.css"),
    include_str!("../../assets/style/case.css"),
    include_str!("../../assets/style/talk.css"),
    include_str!("../../assets/style/networks.css"),
    include_str!("../../assets/style/map.css"),
    include_str!("../../assets/style/data.css"),
    include_str!("../../assets/style/foot.css"),
    include_str!("../../assets/style/tongues.css"),
    include_str!("../../assets/style/print.css"),
];

/// The second one: what the public pages do not show.
const MEMBER: [&str; 3] = [
    include_str!("../../assets/style/account.css"),
    include_str!("../../assets/style/desk.css"),
    include_str!("../../assets/style/write.css"),
];

/// One module: the first part is what the others are made with.
const SCRIPT: [&str; 5] = [
    include_str!("../../assets/script/picker.js"),
    include_str!("../../assets/script/ticks.js"),
    include_str!("../../assets/script/cities.js"),
    include_str!("../../assets/script/keep.js"),
    include_str!("../../assets/script/look.js"),
];

static ASSETS: LazyLock<Vec<Asset>> = LazyLock::new(|| {
    let mut assets = vec![
        asset("kontor", "css", CSS, STYLE.concat().into_bytes()),
        asset("member", "css", CSS, MEMBER.concat().into_bytes()),
        asset("write", "js", JS, SCRIPT.concat().into_bytes()),
        asset("icon", "svg", SVG, include_bytes!("../../assets/icon.svg").to_vec()),
        asset("land", "svg", SVG, land().into_bytes()),
        asset("card", "png", "image/png", include_bytes!("../../assets/card.png").to_vec()),
    ];
    for (script, _, bytes) in FONTS {
        assets.push(asset(&format!("serif-{script}"), "woff2", "font/woff2", bytes.to_vec()));
    }
    let theme = theme(&assets).into_bytes();
    assets.push(asset("theme", "css", CSS, theme));
    assets
});

/// What every page loads, by today's names.
pub static LOOKS: LazyLock<Looks> = LazyLock::new(|| Looks {
    css: path(&ASSETS, "kontor-"),
    member: path(&ASSETS, "member-"),
    script: path(&ASSETS, "write-"),
    theme: path(&ASSETS, "theme-"),
    icon: path(&ASSETS, "icon-"),
    land: path(&ASSETS, "land-"),
    card: path(&ASSETS, "card-"),
    font: path(&ASSETS, "serif-latin-"),
});

/// The outline of the land as an image of its own, which a page's style sheet cannot reach: it brings
/// the colours for light and dark itself.
fn land() -> String {
    const COLOURS: &str = "<style>path{fill:#d9d5c8}@media (prefers-color-scheme:dark){path{fill:#343e44}}</style><path";
    include_str!("../../assets/world-land-110m.svg")
        .replacen(" role=\"img\" aria-label=\"World map\"", "", 1)
        .replacen("<path class=\"land\" fill=\"#d9dfe3\"", COLOURS, 1)
}

fn asset(stem: &str, ending: &str, kind: &'static str, bytes: Vec<u8>) -> Asset {
    Asset { name: format!("{stem}-{}.{ending}", fingerprint(&bytes)), kind, bytes }
}

/// The first 64 bits of the SHA-256, in hexadecimal.
fn fingerprint(bytes: &[u8]) -> String {
    let sum = digest::digest(&digest::SHA256, bytes);
    sum.as_ref()[..8].iter().fold(String::with_capacity(16), |mut out, byte| {
        let _ = write!(out, "{byte:02x}");
        out
    })
}

fn path(assets: &[Asset], stem: &str) -> String {
    let found = assets.iter().find(|asset| asset.name.starts_with(stem));
    format!("/assets/{}", found.expect("every stem asked for is embedded").name)
}

/// What comes from data rather than from the designer: fonts by script, the goals' official colours,
/// the topics' hues. A style sheet of its own because the pages' policy allows no inline style.
fn theme(assets: &[Asset]) -> String {
    let mut css = String::new();
    for (script, range, _) in FONTS {
        let url = path(assets, &format!("serif-{script}-"));
        let _ = writeln!(
            css,
            "@font-face{{font-family:\"Source Serif 4\";font-style:normal;font-display:swap;font-weight:200 900;src:url({url}) format(\"woff2\");unicode-range:{range}}}"
        );
    }
    for goal in sdgs() {
        let (id, color, text) = (goal.id, &goal.color, &goal.text_color);
        let _ = writeln!(css, ".sdg-{id}{{background:{color};color:{text}}}");
    }
    for (place, _) in topics().iter().enumerate() {
        let _ = writeln!(css, ".hue-{place}{{--hue:{}}}", plan::hue(place));
    }
    css
}

/// Every asset: its path and its content, for exports of the site as files.
pub fn all() -> impl Iterator<Item = (String, &'static [u8])> {
    ASSETS.iter().map(|asset| (format!("/assets/{}", asset.name), asset.bytes.as_slice()))
}

const FOR_EVER: &str = "public, max-age=31536000, immutable";

/// `GET /assets/{name}`
pub async fn serve(Path(name): Path<String>) -> Response {
    let Some(asset) = ASSETS.iter().find(|asset| asset.name == name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [(header::CONTENT_TYPE, asset.kind), (header::CACHE_CONTROL, FOR_EVER)];
    (headers, asset.bytes.as_slice()).into_response()
}

/// `GET /accents/{name}`: the network's own colour, `RRGGBB.css`.
pub async fn serve_accent(Path(name): Path<String>) -> Response {
    let Some(css) = accent::from_name(&name).map(accent::style) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    ([(header::CONTENT_TYPE, CSS), (header::CACHE_CONTROL, FOR_EVER)], css).into_response()
}

/// `GET /plans/{name}`
pub async fn serve_plan(Path(name): Path<String>) -> Response {
    let Some(seed) = plan::Seed::from_name(&name) else {
        return StatusCode::NOT_FOUND.into_response();
    };
    let headers = [(header::CONTENT_TYPE, SVG), (header::CACHE_CONTROL, FOR_EVER)];
    (headers, plan::draw(seed)).into_response()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_asset_a_page_names_is_there() {
        let all =
            [&LOOKS.css, &LOOKS.member, &LOOKS.script, &LOOKS.theme, &LOOKS.icon, &LOOKS.land];
        let all = all.into_iter().chain([&LOOKS.card, &LOOKS.font]);
        for path in all {
            let name = path.strip_prefix("/assets/").unwrap();
            assert!(ASSETS.iter().any(|asset| asset.name == name), "{path}");
        }
    }

    #[test]
    fn the_style_sheet_stays_small() {
        let bytes: usize = STYLE.iter().map(|part| part.len()).sum();
        assert!(bytes < 60_000, "{bytes}");
    }

    #[test]
    fn the_land_has_a_colour_for_the_night() {
        let land = land();
        assert!(land.contains("prefers-color-scheme:dark") && !land.contains("#d9dfe3"));
    }

    #[test]
    fn the_theme_colours_every_goal_and_topic() {
        let theme = theme(&ASSETS);
        assert!(theme.contains(".sdg-17{") && theme.contains(".hue-14{"));
    }
}
