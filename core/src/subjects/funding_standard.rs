//! 生均拨款标准: article 26.

use super::prelude::*;

subject! {
    /// 生均拨款标准: the standard of one kind of school in one place and year.
    ///
    /// ```
    /// use chanjiao::{FundingStandard, Money, Parameters, SchoolKind, Verdict, verdicts};
    /// let standard = FundingStandard::given()
    ///     .school_kind(SchoolKind::HigherVocational)
    ///     .standard_yuan("6000.00".parse::<Money>()?)
    ///     .build()?;
    /// let unmet = |(rule, verdict): (&chanjiao::Rule, _)| (verdict == Verdict::Unmet).then_some(rule.id);
    /// let unmet: Vec<_> = verdicts(&standard, &Parameters::default()).filter_map(unmet).collect();
    /// assert_eq!(unmet, ["funding_standard.higher_vocational"]);
    /// # Ok::<(), Box<dyn std::error::Error>>(())
    /// ```
    FundingStandard = "funding_standard", "生均拨款标准", "per-student funding standard";
    one record is "一地一年一类学校的生均拨款标准", "the standard of one kind of school in one place and year";
    facts {
        jurisdiction: String = "地区", "jurisdiction";
        year: Year = "年度", "calendar year";
        school_kind: SchoolKind = "学校类别", "kind of school";
        standard_yuan: Money = "生均拨款标准", "funding standard per student", in Yuan;
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "funding_standard.secondary",
        statement("26.1c"),
        FACTS.at_least("standard_yuan", "funding_secondary_yuan"),
    )
    .applies_to(
        FACTS.one_of_but(
            "school_kind",
            &["secondary_vocational", "technician"],
            &["technician_college"],
            text!("原文未列明这类学校", "the text does not name this kind of school"),
        ),
        text!("中职学校、技工学校", "secondary vocational and technician schools"),
    )
    .title(text!(
        "中职、技工学校生均拨款标准",
        "funding standard of secondary vocational and technician schools"
    ))
    .demands(&[text!("生均拨款标准需达到 {} 元", "a funding standard of {} yuan per student")])
    .reading(text!(
        "按公布的年度标准计；技师学院原文未列，无法判断",
        "the published standard of the year; the text does not name technician colleges, so they \
        stay undetermined"
    )),
    Rule::new(
        "funding_standard.higher_vocational",
        statement("26.1d"),
        FACTS.at_least("standard_yuan", "funding_higher_vocational_yuan"),
    )
    .applies_to(
        FACTS.one_of_but(
            "school_kind",
            &["higher_vocational"],
            &["technician_college", "vocational_university"],
            text!("原文未列明这类学校", "the text does not name this kind of school"),
        ),
        text!("高职院校", "higher vocational colleges"),
    )
    .title(text!("高职院校生均拨款标准", "funding standard of higher vocational colleges"))
    .demands(&[text!("生均拨款标准需达到 {} 元", "a funding standard of {} yuan per student")])
    .reading(text!(
        "按公布的年度标准计；技师学院、职业本科学校原文未列，无法判断",
        "the published standard of the year; the text names neither technician colleges nor \
        vocational universities, so they stay undetermined"
    )),
];
