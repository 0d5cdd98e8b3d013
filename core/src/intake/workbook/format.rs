//! Number formats: what they show of the number that a cell holds.

use crate::table::{Shown, ShownUnit};

/// What a number format makes of a number.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Format {
    /// The number itself.
    Number,
    /// Something else: a percentage, a scaled number, a number with a unit.
    Shown(Shown),
    /// A date, perhaps with a time.
    Date,
    /// A time of a day.
    Time,
    /// A length of time.
    Elapsed,
}

impl Format {
    /// The format with an identifier below 164 that the workbook does not define. Those from 27 to 36
    /// and 50 to 58 are dates in Chinese.
    pub(super) const fn built_in(id: u32) -> Self {
        match id {
            9 | 10 | 67 | 68 => Self::Shown(Shown::Percent),
            14..=17 | 22 | 27..=31 | 36 | 50..=54 | 57 | 58 | 71..=81 => Self::Date,
            18..=21 | 32..=35 | 55 | 56 => Self::Time,
            45..=47 => Self::Elapsed,
            _ => Self::Number,
        }
    }

    /// The format with this code.
    pub(super) fn of(code: &str) -> Self {
        if code.is_empty() {
            return Self::Number;
        }
        let mut sections = sections(code);
        // A fourth section is for texts.
        sections.truncate(3);
        let mut formats = sections.iter().enumerate().map(|(index, it)| it.format(index));
        let first = formats.next().unwrap_or(Self::Number);
        // With different meanings for different numbers, it is not known which was meant.
        let differs = |it: Self| it != Self::Number && it != first;
        let other = Self::Shown(Shown::Other);
        let is_number = matches!(first, Self::Number | Self::Shown(_));
        if is_number && formats.any(differs) { other } else { first }
    }
}

/// A section of the code of a format.
#[derive(Default)]
#[expect(clippy::struct_excessive_bools, reason = "what was seen of many things")]
struct Section {
    /// Whether it has places for digits.
    digits: bool,
    /// Whether it is for texts, or for what a cell holds as it is.
    text: bool,
    percent: bool,
    /// Whether it shows a thousandth of the number, or a point that is none between its digits.
    scaled: bool,
    /// Whether a point that is a literal stands behind digits.
    point: bool,
    /// Whether it has letters for the day, for the time, and for a length of time.
    day: bool,
    time: bool,
    elapsed: bool,
    /// Whether it has a letter that is the month, or the minute beside a time.
    month: bool,
    /// What it shows besides digits.
    literal: String,
}

impl Section {
    fn format(&self, index: usize) -> Format {
        if self.elapsed {
            Format::Elapsed
        } else if self.day || self.month && !self.time {
            Format::Date
        } else if self.time {
            Format::Time
        } else if self.scaled || self.percent && self.is_other_unit() {
            Format::Shown(Shown::Other)
        } else if self.percent {
            Format::Shown(Shown::Percent)
        } else if !self.digits && !self.text {
            // A number is hidden, or a word is shown in its place; only nought is often shown as a dash.
            if index == 2 { Format::Number } else { Format::Shown(Shown::Other) }
        } else {
            let unit = ShownUnit::of(&self.literal);
            unit.map_or(Format::Number, |unit| Format::Shown(Shown::Unit(unit)))
        }
    }

    fn is_other_unit(&self) -> bool {
        ShownUnit::of(&self.literal).is_some()
    }
}

/// The sections of the code of a format, which are separated by semicolons.
fn sections(code: &str) -> Vec<Section> {
    let (mut sections, mut section) = (Vec::new(), Section::default());
    let mut rest = code;
    while let Some(character) = rest.chars().next() {
        let after = rest.get(character.len_utf8()..).unwrap_or_default();
        // `General` as files and as WPS write it.
        let general = ["general", "g/通用格式"].into_iter().find_map(|word| {
            let head = rest.get(..word.len())?;
            if head.eq_ignore_ascii_case(word) { rest.get(word.len()..) } else { None }
        });
        if let Some(after) = general {
            section.digits = true;
            rest = after;
            continue;
        }
        rest = match character {
            ';' => {
                sections.push(std::mem::take(&mut section));
                after
            }
            '"' => {
                let (literal, after) = after.split_once('"').unwrap_or((after, ""));
                section.literal(literal);
                after
            }
            '[' => {
                let (bracket, after) = after.split_once(']').unwrap_or((after, ""));
                section.bracket(bracket);
                after
            }
            // In a Chinese Excel, an exclamation mark is what a backslash is elsewhere.
            '\\' | '!' => {
                let end = after.chars().next().map_or(0, char::len_utf8);
                let (literal, after) = after.split_at_checked(end).unwrap_or((after, ""));
                section.literal(literal);
                after
            }
            // A blank as wide as the next character, or that character over and over.
            '_' | '*' => {
                after.chars().next().and_then(|it| after.get(it.len_utf8()..)).unwrap_or("")
            }
            _ => section.letter(character, after),
        };
    }
    sections.push(section);
    sections
}

impl Section {
    /// Takes a character that means something; returns what follows it.
    fn letter<'a>(&mut self, character: char, after: &'a str) -> &'a str {
        let scientific = after.starts_with(['+', '-']);
        match character {
            '0' | '#' | '?' => {
                self.digits = true;
                self.scaled |= self.point;
            }
            '.' => {}
            '@' => self.text = true,
            '%' => self.percent = true,
            // Between digits a comma groups them; behind them it divides by a thousand.
            ',' => self.scaled |= self.digits && !after.starts_with(['0', '#', '?']),
            'e' | 'E' if scientific => return after.get(1..).unwrap_or_default(),
            'y' | 'Y' | 'd' | 'D' | 'e' | 'E' | 'g' | 'G' | 'b' | 'B' => self.day = true,
            'a' | 'A' if after.get(..2).is_some_and(|it| it.eq_ignore_ascii_case("aa")) => {
                self.day = true;
            }
            'm' | 'M' => self.month = true,
            'h' | 'H' | 's' | 'S' => self.time = true,
            character => {
                let mut buffer = [0; 4];
                self.literal(character.encode_utf8(&mut buffer));
            }
        }
        after
    }

    fn literal(&mut self, text: &str) {
        self.point |= self.digits && text == ".";
        self.literal.push_str(text);
    }

    /// Takes what stands in square brackets: a colour, a condition, a currency, a length of time.
    fn bracket(&mut self, text: &str) {
        let is_time = !text.is_empty() && {
            let mut letters = text.chars().map(|it| it.to_ascii_lowercase());
            letters.clone().all(|it| it == 'h')
                || letters.clone().all(|it| it == 'm')
                || letters.all(|it| it == 's')
        };
        self.elapsed |= is_time;
        if let Some(currency) = text.strip_prefix('$') {
            self.literal.push_str(currency.split('-').next().unwrap_or_default());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn codes_are_read() {
        let percent = Format::Shown(Shown::Percent);
        let other = Format::Shown(Shown::Other);
        let unit = |word| Format::Shown(Shown::Unit(ShownUnit::of(word).unwrap()));
        for (code, expected) in [
            ("General", Format::Number),
            ("G/通用格式", Format::Number),
            ("0.00", Format::Number),
            ("#,##0.00", Format::Number),
            ("#,##0_);[Red]\\(#,##0\\)", Format::Number),
            ("_ * #,##0.00_ ;_ * \\-#,##0.00_ ;_ * \"-\"??_ ;_ @_ ", Format::Number),
            ("\"¥\"#,##0.00;\"¥\"\\-#,##0.00", Format::Number),
            ("_ [$¥-804]* #,##0.00_ ", Format::Number),
            ("0.00E+00", Format::Number),
            ("# ?/?", Format::Number),
            ("@", Format::Number),
            ("0000", Format::Number),
            ("0\\.", Format::Number),
            ("[DBNum1][$-804]General", Format::Number),
            ("\"第\"0\"号\"", Format::Number),
            ("0%", percent),
            ("0.00%;[Red]-0.00%", percent),
            ("0\\%", unit("%")),
            ("0!.0,\"万元\"", other),
            ("0!.0000", other),
            ("#,##0,", other),
            ("#,##0.0,,", other),
            ("#,##0,.00", other),
            ("0,\"千元\"", other),
            ("#,##0,;-#,##0", other),
            ("[>=10000]0!.0,\"万\";0", other),
            ("0;0,", other),
            (";;;", other),
            ("\"是\";;\"否\"", other),
            ("0;-0;", Format::Number),
            ("0.00\"万元\"", unit("万元")),
            ("0.00万元", unit("万元")),
            ("0.00\\ \"亿\"", unit("亿")),
            ("0\"人\"", unit("人")),
            ("\"$\"#,##0", unit("$")),
            ("[$$-409]#,##0", unit("$")),
            ("[$US$-409]#,##0", unit("US$")),
            ("General\"元\"", unit("元")),
            ("yyyy-mm-dd", Format::Date),
            ("yyyy\"年\"m\"月\"d\"日\";@", Format::Date),
            ("[DBNum1][$-804]yyyy\"年\"m\"月\"d\"日\";@", Format::Date),
            ("[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy", Format::Date),
            ("m/d/yy h:mm", Format::Date),
            ("mmm-yy", Format::Date),
            ("e\"年\"m\"月\"", Format::Date),
            ("[$-804]aaaa;@", Format::Date),
            ("yyyy/m/d\\ h:mm\\ AM/PM", Format::Date),
            ("h:mm:ss", Format::Time),
            ("上午/下午h\"时\"mm\"分\"", Format::Time),
            ("mm:ss.0", Format::Time),
            ("[h]:mm:ss", Format::Elapsed),
            ("[mm]:ss", Format::Elapsed),
            ("[Red]0", Format::Number),
            ("", Format::Number),
            ("\"unclosed", other),
            ("[unclosed", other),
            ("0\\", Format::Number),
            ("0_", Format::Number),
        ] {
            assert_eq!(Format::of(code), expected, "{code}");
        }
    }
}
