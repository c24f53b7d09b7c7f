//! Reads Rust source just far enough to know which modules and crates it names.

use std::iter::Peekable;

/// One module or crate that a text names.
#[derive(Debug, PartialEq, Eq)]
pub struct Naming {
    /// Where, counted from 1.
    pub line: usize,
    /// A module directly below the root of our crate, or a foreign crate.
    pub name: String,
    /// Whether it is ours. A name that is neither (a type, a local module) counts as foreign.
    pub own: bool,
}

#[derive(Debug, Clone, PartialEq, Eq)]
enum Token {
    Word(String),
    /// `::`
    Path,
    Sign(char),
}

type Tokens = Peekable<std::vec::IntoIter<(usize, Token)>>;

/// All words of the code, without comments and texts.
pub fn words(text: &str) -> Vec<(usize, String)> {
    let words = tokens(text).into_iter().filter_map(|(line, token)| match token {
        Token::Word(word) => Some((line, word)),
        _ => None,
    });
    words.collect()
}

/// What the code of the module at `path` (below the root) names of our crate and of others.
pub fn namings(text: &str, path: &[&str]) -> Vec<Naming> {
    let mut walk = Walk { base: path.len(), depth: 0, inline: Vec::new(), found: Vec::new() };
    let mut tokens = tokens(text).into_iter().collect::<Vec<_>>().into_iter().peekable();
    while let Some((line, token)) = tokens.next() {
        match token {
            Token::Word(word) if word == "mod" => walk.module(&mut tokens),
            Token::Word(word) if word == "use" => walk.tree(&mut tokens, From::Here),
            Token::Word(word) => walk.path(line, word, &mut tokens, From::Here, false),
            Token::Path => walk.tree(&mut tokens, From::Outside),
            Token::Sign('{') => walk.depth += 1,
            Token::Sign('}') => walk.close(),
            Token::Sign(_) => {}
        }
    }
    walk.found
}

/// Where the next word of a path is looked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum From {
    /// The first word: `crate`, `super`, `self`, or a name in scope.
    Here,
    /// After so many `super`.
    Above(usize),
    /// Directly below the root of our crate.
    Root,
    /// After a leading `::`.
    Outside,
    /// Deeper down: what follows is of no interest.
    Inside,
}

struct Walk {
    base: usize,
    depth: usize,
    /// Depths of braces at which modules inside this file opened.
    inline: Vec<usize>,
    found: Vec<Naming>,
}

impl Walk {
    fn module(&mut self, tokens: &mut Tokens) {
        let named = tokens.next_if(|(_, token)| matches!(token, Token::Word(_))).is_some();
        if named && tokens.next_if(|(_, token)| *token == Token::Sign('{')).is_some() {
            self.depth += 1;
            self.inline.push(self.depth);
        }
    }

    fn close(&mut self) {
        if self.inline.last() == Some(&self.depth) {
            self.inline.pop();
        }
        self.depth = self.depth.saturating_sub(1);
    }

    fn level(&self) -> usize {
        self.base + self.inline.len()
    }

    fn note(&mut self, line: usize, name: &str, own: bool) {
        self.found.push(Naming { line, name: name.to_owned(), own });
    }

    /// A path that starts, or goes on, with `word`; `in_use` when a lone word is an import too.
    fn path(&mut self, line: usize, word: String, tokens: &mut Tokens, from: From, in_use: bool) {
        let goes_on = tokens.peek().is_some_and(|(_, token)| *token == Token::Path);
        let next = match (from, word.as_str()) {
            (From::Here, "crate") => From::Root,
            (From::Here, "self") => From::Above(0),
            (From::Here, "super") => self.above(1),
            (From::Above(n), "super") => self.above(n + 1),
            (From::Root, name) => {
                self.note(line, name, true);
                From::Inside
            }
            (From::Outside, name) => {
                self.note(line, name, false);
                From::Inside
            }
            (From::Here, name) => {
                if goes_on || in_use {
                    self.note(line, name, false);
                }
                From::Inside
            }
            (From::Above(_) | From::Inside, _) => From::Inside,
        };
        if goes_on {
            tokens.next();
            self.tree(tokens, next);
        }
    }

    fn above(&self, steps: usize) -> From {
        if steps >= self.level() { From::Root } else { From::Above(steps) }
    }

    /// What follows `use`, or `::`: a word, a star, or several in braces.
    fn tree(&mut self, tokens: &mut Tokens, from: From) {
        match tokens.peek().cloned() {
            Some((line, Token::Word(word))) => {
                tokens.next();
                let in_use = from == From::Here;
                self.path(line, word, tokens, from, in_use);
            }
            Some((_, Token::Path)) => {
                tokens.next();
                self.tree(tokens, From::Outside);
            }
            Some((line, Token::Sign('*'))) if from == From::Root => {
                tokens.next();
                self.note(line, "*", true);
            }
            Some((_, Token::Sign('{'))) => {
                tokens.next();
                self.branches(tokens, from);
            }
            _ => {}
        }
    }

    fn branches(&mut self, tokens: &mut Tokens, from: From) {
        loop {
            match tokens.peek().cloned() {
                None => return,
                Some((_, Token::Sign('}'))) => {
                    tokens.next();
                    return;
                }
                Some((_, Token::Sign(','))) => {
                    tokens.next();
                }
                Some((_, Token::Word(word))) if word == "as" => {
                    tokens.next();
                    tokens.next();
                }
                Some((_, Token::Word(_) | Token::Path | Token::Sign('*' | '{'))) => {
                    let before = tokens.len();
                    self.tree(tokens, from);
                    if tokens.len() == before {
                        tokens.next();
                    }
                }
                Some(_) => {
                    tokens.next();
                }
            }
        }
    }
}

/// Words, `::` and signs, each with its line; comments, texts and lifetimes left out.
fn tokens(text: &str) -> Vec<(usize, Token)> {
    let letters: Vec<char> = text.chars().collect();
    let (mut at, mut line, mut found) = (0, 1, Vec::new());
    let is_word = |letter: char| letter.is_alphanumeric() || letter == '_';
    while at < letters.len() {
        let rest = &letters[at..];
        let taken = match rest {
            ['/', '/', ..] => until(rest, &['\n']),
            ['/', '*', ..] => block_comment(rest),
            ['"', ..] => quoted(rest),
            ['r' | 'b' | 'c', ..] if raw(rest).is_some() => raw(rest).unwrap_or(1),
            ['\'', ..] => letter_or_lifetime(rest),
            [':', ':', ..] => {
                found.push((line, Token::Path));
                2
            }
            [first, ..] if is_word(*first) => {
                let word: String = rest.iter().copied().take_while(|l| is_word(*l)).collect();
                let taken = word.chars().count();
                found.push((line, Token::Word(word)));
                taken
            }
            [sign, ..] => {
                if !sign.is_whitespace() {
                    found.push((line, Token::Sign(*sign)));
                }
                1
            }
            [] => 1,
        };
        let end = (at + taken).min(letters.len());
        line += letters[at..end].iter().filter(|letter| **letter == '\n').count();
        at = end;
    }
    found
}

fn until(rest: &[char], end: &[char]) -> usize {
    rest.windows(end.len()).position(|part| part == end).unwrap_or(rest.len())
}

fn block_comment(rest: &[char]) -> usize {
    let (mut depth, mut at) = (0, 0);
    while at + 1 < rest.len() {
        match (rest[at], rest[at + 1]) {
            ('/', '*') => (depth, at) = (depth + 1, at + 2),
            ('*', '/') => (depth, at) = (depth - 1, at + 2),
            _ => at += 1,
        }
        if depth == 0 {
            return at;
        }
    }
    rest.len()
}

fn quoted(rest: &[char]) -> usize {
    let mut at = 1;
    while at < rest.len() && rest[at] != '"' {
        at += if rest[at] == '\\' { 2 } else { 1 };
    }
    at + 1
}

/// The length of `r"…"`, `br#"…"#` and the like; `None` when it is something else.
fn raw(rest: &[char]) -> Option<usize> {
    let prefix = rest.iter().take_while(|letter| matches!(letter, 'r' | 'b' | 'c')).count();
    let hashes = rest[prefix..].iter().take_while(|letter| **letter == '#').count();
    if prefix > 2 || rest.get(prefix + hashes) != Some(&'"') || !rest[..prefix].contains(&'r') {
        return None;
    }
    let start = prefix + hashes + 1;
    let mut end = vec!['"'];
    end.extend(std::iter::repeat_n('#', hashes));
    Some(start + until(&rest[start..], &end) + end.len())
}

fn letter_or_lifetime(rest: &[char]) -> usize {
    match rest {
        ['\'', '\\', _, ..] => 3 + until(&rest[3..], &['\'']) + 1,
        ['\'', _, '\'', ..] => 3,
        _ => 1,
    }
}
