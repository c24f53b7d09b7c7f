//! HTML and Markdown of strangers: what comes out of the sieve is clean, and stays as it is.

use crate::{
    common::extreme_records,
    mutate::{Dice, damaged, for_a_while},
};
use html5ever::tokenizer::{
    BufferQueue, Tag, TagKind, Token, TokenSink, TokenSinkResult, Tokenizer, TokenizerOpts,
};
use kontor::{domain::text::Markdown, html};
use std::cell::RefCell;

/// The tags in a text, by a parser that knows nothing of our sieve.
#[derive(Default)]
struct Tags(RefCell<Vec<Tag>>);

impl TokenSink for Tags {
    type Handle = ();

    fn process_token(&self, token: Token, _: u64) -> TokenSinkResult<()> {
        if let Token::TagToken(tag) = token
            && tag.kind == TagKind::StartTag
        {
            self.0.borrow_mut().push(tag);
        }
        TokenSinkResult::Continue
    }
}

fn tags(text: &str) -> Vec<Tag> {
    let tokenizer = Tokenizer::new(Tags::default(), TokenizerOpts::default());
    let queue = BufferQueue::default();
    queue.push_back(text.into());
    let _ = tokenizer.feed(&queue);
    tokenizer.end();
    tokenizer.sink.0.into_inner()
}

/// Nothing that runs, loads, or is no plain formatting.
fn is_clean(text: &str) {
    const ALLOWED: &[&str] = &[
        "p",
        "br",
        "hr",
        "em",
        "strong",
        "b",
        "i",
        "del",
        "code",
        "pre",
        "blockquote",
        "ul",
        "ol",
        "li",
        "h3",
        "h4",
        "h5",
        "h6",
        "a",
        "sub",
        "sup",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    ];
    for tag in tags(text) {
        assert!(ALLOWED.contains(&&*tag.name), "<{}> in {text:?}", tag.name);
        for attribute in &tag.attrs {
            let (name, value) = (&*attribute.name.local, &*attribute.value);
            let fits = match (&*tag.name, name) {
                ("a", "href") => value.starts_with("https:") || value.starts_with("http:"),
                ("a", "rel") => value == "nofollow noopener",
                ("ol", "start") | (_, "lang") => true,
                _ => false,
            };
            assert!(fits, "{name}={value:?} in {text:?}");
        }
    }
    let tricks = ['\0', '\u{202A}', '\u{202B}', '\u{202D}', '\u{202E}', '\u{2066}', '\u{2067}'];
    assert!(!text.contains(tricks), "{text:?}");
}

fn corpus() -> Vec<Vec<u8>> {
    const PIECES: &[&str] = &[
        "<p>A <b>note</b> with <a href=\"https://a.example/\" class=\"u-url mention\">@<span>ana</span></a></p>",
        "<script>alert(1)</script><img src=x onerror=alert(1)><svg onload=alert(1)><math><mtext>",
        "<a href=\"javascript:alert(1)\">x</a><a href=\" java\tscript:x\">y</a><a href=data:text/html,x>z</a>",
        "<math><mtext><table><mglyph><style><!--</style><img title=\"--&gt;&lt;img src=1 onerror=alert(1)&gt;\">",
        "<noscript><p title=\"</noscript><img src=x onerror=alert(1)>\">",
        "<form><math><mtext></form><form><mglyph><style></math><img src onerror=alert(1)>",
        "<svg></p><style><a id=\"</style><img src=1 onerror=alert(1)>\">",
        "<iframe srcdoc=\"<script>alert(1)</script>\"></iframe><object data=x><embed src=x>",
        "<ul><li>one</li><li>two<ol start=\"3\"><li>three</li></ol></li></ul><blockquote><p>q</p></blockquote>",
        "<!--kg-card-begin: html--><p style=\"position:fixed\" onclick=\"x()\">t</p><!-- -->",
        "# Title\n\n* a\n* b\n\n[l](javascript:alert(1)) ![i](https://a.example/i.png) <b onclick=x>b</b>\n\n| a | b |\n|---|---|\n| 1 | 2 |",
        "<details><summary>s</summary>&lt;script&gt; &amp;lt;b&amp;gt; &#x6A;avascript&colon;</details>",
        "<title><p>x</title><textarea><script>a</script></textarea><xmp><b></xmp><plaintext>",
    ];
    let mut all: Vec<Vec<u8>> = PIECES.iter().map(|piece| piece.as_bytes().to_vec()).collect();
    for record in extreme_records() {
        let sections = record["sections"].as_object().cloned().unwrap_or_default();
        all.extend(sections.values().filter_map(|text| Some(text.as_str()?.as_bytes().to_vec())));
    }
    for piece in &mut all {
        piece.truncate(5_000);
    }
    all
}

const WORDS: &[&str] = &[
    "<",
    ">",
    "\"",
    "'",
    "=",
    "/",
    "&",
    "&lt;",
    "&#0;",
    "&#x202E;",
    "\u{202E}",
    "\u{0}",
    "<!--",
    "-->",
    "<![CDATA[",
    "]]>",
    "<script",
    "</script>",
    "<style>",
    "<svg>",
    "<math>",
    "<a href=",
    "javascript:",
    " onerror=",
    "<template>",
    "</p>",
    "<p>",
    "`",
    "```\n",
    "\n\n",
    "**",
    "[",
    "](",
    "![",
    "<table>",
    "<select>",
    "<frameset>",
    "\r",
    "\u{FFFD}",
    "<b><b><b><b>",
];

#[test]
fn cleaned_html_is_clean_and_stays_as_it_is() {
    let corpus = corpus();
    let make = |dice: &mut Dice| {
        let seed = dice.one(&corpus);
        damaged(dice, seed, &corpus, WORDS)
    };
    for_a_while("foreign HTML", make, |input| {
        let text = String::from_utf8_lossy(input);
        let once = html::from_remote(&text).to_string();
        is_clean(&once);
        let twice = html::from_remote(&once).to_string();
        assert_eq!(once, twice, "of {text:?}");
        let plain = html::to_plain(&text);
        assert!(!plain.contains(['\0', '\u{202E}']), "{plain:?}");
    });
}

#[test]
fn markdown_becomes_clean_html() {
    let corpus = corpus();
    let make = |dice: &mut Dice| {
        let seed = dice.one(&corpus);
        damaged(dice, seed, &corpus, WORDS)
    };
    for_a_while("Markdown", make, |input| {
        let text = String::from_utf8_lossy(input);
        let markdown = Markdown::new(&text);
        is_clean(html::from_markdown(&markdown).as_str());
        let excerpt = html::excerpt(&markdown, 100);
        assert!(excerpt.chars().count() <= 100 && !excerpt.contains('\n'));
    });
}
