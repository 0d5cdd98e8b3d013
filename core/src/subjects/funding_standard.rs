//! 生均拨款标准: article 26.

use super::prelude::*;

subject! {
    /// 生均拨款标准: the standard of one kind of school in one place and year.
    ///
    /// Without a `year`, the record is taken to lie in the time in which the policy is applied.
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

const NOT_NAMED: Text = text!(
    "文件未列明该类学校适用的标准",
    "the policy sets no standard for this kind of school by name"
);
const DEMANDS: &[Text] = &[text!(
    "生均拨款标准应不低于每生每年{}",
    "a funding standard of at least {} per student per year"
)];
const READING: Text = text!(
    "按公布的年度生均拨款标准计，不按实际拨款或地区平均水平计",
    "the published standard of the year, not the appropriation paid or a regional mean"
);

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
            NOT_NAMED,
        ),
        text!("中职学校、技工学校", "secondary vocational schools and skilled workers' schools"),
    )
    .title(text!(
        "中职学校、技工学校生均拨款标准",
        "funding standard of secondary vocational schools and skilled workers' schools"
    ))
    .demands(DEMANDS)
    .reading(READING),
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
            NOT_NAMED,
        ),
        text!("高职院校", "higher vocational colleges"),
    )
    .title(text!("高职院校生均拨款标准", "funding standard of higher vocational colleges"))
    .demands(DEMANDS)
    .reading(READING),
];
