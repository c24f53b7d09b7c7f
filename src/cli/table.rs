//! Aligned columns, and times as people say them.

use std::io::{self, Write};

use crate::{clock, domain::text::clean_line};

/// Rows of cells; the last column may be as long as it likes.
pub struct Table {
    rows: Vec<Vec<String>>,
}

impl Table {
    pub fn new<const N: usize>(headings: [&str; N]) -> Self {
        Self { rows: vec![headings.map(str::to_owned).to_vec()] }
    }

    /// What stands in the cells may come from anywhere: it is kept to one line without control
    /// characters, which a terminal would obey.
    pub fn row<const N: usize>(&mut self, cells: [String; N]) {
        let shown = |cell: String| match cell.is_empty() {
            true => "-".to_owned(),
            false => clean_line(&cell),
        };
        self.rows.push(cells.map(shown).to_vec());
    }

    pub fn is_empty(&self) -> bool {
        self.rows.len() == 1
    }

    pub fn print(&self, out: &mut dyn Write) -> io::Result<()> {
        let columns = self.rows.first().map_or(0, Vec::len);
        let width = |at: usize| self.rows.iter().map(|row| row[at].chars().count()).max();
        let widths: Vec<_> = (0..columns).map(|at| width(at).unwrap_or_default()).collect();
        for row in &self.rows {
            let mut line = String::new();
            for (cell, width) in row.iter().zip(&widths) {
                let blanks = width - cell.chars().count() + 2;
                line.push_str(cell);
                line.extend(std::iter::repeat_n(' ', blanks));
            }
            writeln!(out, "{}", line.trim_end())?;
        }
        Ok(())
    }
}

/// `3 min ago`, `in 12 s`, `now`; the day when it is far away.
pub fn when(at: i64, now: i64) -> String {
    let distance = (at - now).abs() / 1_000;
    let span = match distance {
        0..2 => return "now".into(),
        2..120 => format!("{distance} s"),
        120..7_200 => format!("{} min", distance / 60),
        7_200..172_800 => format!("{} h", distance / 3_600),
        172_800..5_184_000 => format!("{} days", distance / 86_400),
        _ => return clock::day(at),
    };
    if at > now { format!("in {span}") } else { format!("{span} ago") }
}

/// [`when`], or nothing.
pub fn when_known(at: Option<i64>, now: i64) -> String {
    at.map(|at| when(at, now)).unwrap_or_default()
}

/// What another server answered: status and the beginning of its words.
pub fn answer(status: Option<i64>, words: Option<&str>) -> String {
    let words = crate::domain::text::shorten(&clean_line(words.unwrap_or_default()), 80);
    match status {
        Some(status) => format!("{status} {words}").trim_end().to_owned(),
        None => words,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn columns_are_as_wide_as_their_longest_cell_and_hold_no_commands() {
        let mut table = Table::new(["host", "answer"]);
        table.row(["a.example".into(), "\u{1b}[2Jgone\nfor good".into()]);
        table.row(["b".into(), String::new()]);
        let mut out = Vec::new();
        table.print(&mut out).unwrap();
        let text = String::from_utf8(out).unwrap();
        assert_eq!(text, "host       answer\na.example  [2Jgone for good\nb          -\n");
    }

    #[test]
    fn times_are_said_from_here() {
        assert_eq!(when(1_000, 900), "now");
        assert_eq!(when(61_000, 1_000), "in 60 s");
        assert_eq!(when(0, 300_000), "5 min ago");
        assert_eq!(when(0, 400_000_000_000), "1970-01-01");
    }
}
