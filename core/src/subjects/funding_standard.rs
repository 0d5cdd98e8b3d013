//! 生均拨款标准: article 26.

use super::prelude::*;
use crate::rule::Standards;

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
    dated by year;
}

const NOT_NAMED: Text = text!(
    "文件未列明该类学校适用的标准",
    "the policy sets no standard for this kind of school by name"
);
/// The two standards of which either might apply to a technician college.
const EITHER_STANDARD: Option<Standards> = Some(FACTS.standards(
    "school_kind",
    "technician_college",
    "standard_yuan",
    ["funding_secondary_yuan", "funding_higher_vocational_yuan"],
));
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
    .applies_by_reading(
        by_reading(
            "technician_college_as",
            &[
                FACTS.one_of_but(
                    "school_kind",
                    &["secondary_vocational", "technician"],
                    &["technician_college"],
                    NOT_NAMED,
                    EITHER_STANDARD,
                ),
                FACTS.one_of(
                    "school_kind",
                    &["secondary_vocational", "technician", "technician_college"],
                ),
                FACTS.one_of("school_kind", &["secondary_vocational", "technician"]),
            ],
        ),
        &[
            text!(
                "中职学校、技工学校",
                "secondary vocational schools and skilled workers' schools"
            ),
            text!(
                "中职学校、技工学校和技师学院",
                "secondary vocational schools, skilled workers' schools and technician colleges"
            ),
            text!(
                "中职学校、技工学校",
                "secondary vocational schools and skilled workers' schools"
            ),
        ],
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
    .applies_by_reading(
        by_reading(
            "technician_college_as",
            &[
                by_reading(
                    "vocational_university_as",
                    &[
                        FACTS.one_of_but(
                            "school_kind",
                            &["higher_vocational"],
                            &["technician_college", "vocational_university"],
                            NOT_NAMED,
                            EITHER_STANDARD,
                        ),
                        FACTS.one_of_but(
                            "school_kind",
                            &["higher_vocational", "vocational_university"],
                            &["technician_college"],
                            NOT_NAMED,
                            EITHER_STANDARD,
                        ),
                    ],
                ),
                by_reading(
                    "vocational_university_as",
                    &[
                        FACTS.one_of_but(
                            "school_kind",
                            &["higher_vocational"],
                            &["vocational_university"],
                            NOT_NAMED,
                            None,
                        ),
                        FACTS
                            .one_of("school_kind", &["higher_vocational", "vocational_university"]),
                    ],
                ),
                by_reading(
                    "vocational_university_as",
                    &[
                        FACTS.one_of_but(
                            "school_kind",
                            &["higher_vocational", "technician_college"],
                            &["vocational_university"],
                            NOT_NAMED,
                            None,
                        ),
                        FACTS.one_of(
                            "school_kind",
                            &["higher_vocational", "technician_college", "vocational_university"],
                        ),
                    ],
                ),
            ],
        ),
        &[
            text!("高职院校", "higher vocational colleges"),
            text!("高职院校", "higher vocational colleges"),
            text!("高职院校和技师学院", "higher vocational colleges and technician colleges"),
        ],
    )
    .title(text!("高职院校生均拨款标准", "funding standard of higher vocational colleges"))
    .demands(DEMANDS)
    .reading(READING),
];
