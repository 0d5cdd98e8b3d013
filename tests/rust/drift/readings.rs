//! Generates the guide "Readings" from the catalogue of parameters, with an example for each
//! reading. The examples are checked: each turns a verdict or the force of a rule.

use std::fmt::Write as _;

use chanjiao::{
    Field, FieldKind, Finding, Holder, Language, Parameters, Report, Rule, Subject,
    reading_choices, rules, subject,
};
use serde_json::Value;

/// What the guide says of a reading besides the catalogue.
struct Reading {
    parameter: &'static str,
    zh: &'static str,
    en: &'static str,
    /// Records, each with its subject. Between them, every choice turns something.
    examples: &'static [(&'static str, &'static str)],
}

/// The readings, in the order of the parameters.
const READINGS: &[Reading] = &[
    Reading {
        parameter: "teacher_posts_scope",
        zh: "“企业原则上每年提供……岗位”中的“企业”，是哪些企业？",
        en: "Which enterprises are \"enterprises\" that in principle offer practice positions?",
        examples: &[
            (
                "enterprise",
                r#"{"size_class": "large", "staff_in_service": 1000, "hosts_teacher_base": false,
                    "teacher_posts": 0, "teacher_practice_plan": false}"#,
            ),
            (
                "enterprise",
                r#"{"size_class": "small", "staff_in_service": 1000, "hosts_teacher_base": false,
                    "teacher_posts": 0, "teacher_practice_plan": false}"#,
            ),
        ],
    },
    Reading {
        parameter: "teacher_posts_rounding",
        zh: "在职员工数的0.5%不是整数时，岗位数怎样取整？",
        en: "How is the number of positions rounded if 0.5 % of the staff is not a whole number?",
        examples: &[(
            "enterprise",
            r#"{"size_class": "medium", "staff_in_service": 1080, "teacher_posts": 5}"#,
        )],
    },
    Reading {
        parameter: "practice_plan_scope",
        zh: "不提供岗位的企业，是否也应做好顶岗实践的具体规划？",
        en: "Is an enterprise that offers no positions to plan them, too?",
        examples: &[(
            "enterprise",
            r#"{"size_class": "large", "staff_in_service": 1000, "teacher_posts": 0,
                "teacher_practice_plan": false}"#,
        )],
    },
    Reading {
        parameter: "social_report_scope",
        zh: "哪些企业应把开展职业教育情况纳入社会责任报告？",
        en: "Which enterprises cover vocational education in their social responsibility report?",
        examples: &[(
            "enterprise",
            r#"{"year": 2024, "above_designated_size": false,
                "social_report_covers_vocational_education": false}"#,
        )],
    },
    Reading {
        parameter: "training_fund_high_rate",
        zh: "技术要求高的企业“可按2.5%提取”，是授权还是义务？",
        en: "Enterprises with high demands \"may set aside 2.5 %\": a permission or a duty?",
        examples: &[(
            "enterprise",
            r#"{"total_wages_yuan": "1000000.00", "training_fund_category": "high_demand",
                "training_fund_set_aside_yuan": "20000.00",
                "training_fund_spent_yuan": "20000.00",
                "training_fund_frontline_yuan": "15000.00",
                "correction_refused": true, "other_misuse": false}"#,
        )],
    },
    Reading {
        parameter: "frontline_share_base",
        zh: "“教育培训经费60%以上用于一线职工”，以哪一项经费为基数？",
        en: "Of which funds are 60 % for front-line employees?",
        examples: &[(
            "enterprise",
            r#"{"training_fund_set_aside_yuan": "1000000.00",
                "training_fund_spent_yuan": "400000.00",
                "training_fund_frontline_yuan": "300000.00"}"#,
        )],
    },
    Reading {
        parameter: "credit_record_breach",
        zh: "“不按规定提取使用”，是提取、使用之一不合规定，还是两者都不合规定？",
        en: "Does it take one breach, in setting aside or in use, or both?",
        examples: &[(
            "enterprise",
            r#"{"total_wages_yuan": "1000000.00", "training_fund_category": "general",
                "training_fund_set_aside_yuan": "10000.00",
                "training_fund_spent_yuan": "10000.00",
                "training_fund_frontline_yuan": "8000.00",
                "correction_refused": true, "other_misuse": false}"#,
        )],
    },
    Reading {
        parameter: "periodic_practice_limbs",
        zh: "“每5年不少于6个月，或每2年不少于2个月”，满足其一即可吗？",
        en: "Six months in five years \"or\" two months in two years: is either enough?",
        examples: &[(
            "teacher",
            r#"{"as_of": "2024-06-30", "school_kind": "secondary_vocational", "role": "specialist",
                "hired_on": "2010-09-01",
                "practice": [{"start": "2023-07-01", "end": "2023-08-31", "in_enterprise": true}]}"#,
        )],
    },
    Reading {
        parameter: "periodic_practice_place",
        zh: "顶岗实践、挂职锻炼是否必须在企业？",
        en: "Do on-post practice and secondment have to be in an enterprise?",
        examples: &[(
            "teacher",
            r#"{"as_of": "2024-06-30", "school_kind": "secondary_vocational", "role": "specialist",
                "hired_on": "2010-09-01",
                "practice": [{"start": "2023-07-01", "end": "2023-08-31", "in_enterprise": false}]}"#,
        )],
    },
    Reading {
        parameter: "periodic_practice_before_hiring",
        zh: "入职以前在企业的工作，是否计入教师的顶岗实践、挂职锻炼时间？",
        en: "Does work before the teacher was hired count as practice?",
        examples: &[(
            "teacher",
            r#"{"as_of": "2024-09-30", "school_kind": "higher_vocational", "role": "specialist",
                "hired_on": "2024-09-01",
                "practice": [{"start": "2020-01-01", "end": "2024-08-31", "in_enterprise": true}]}"#,
        )],
    },
    Reading {
        parameter: "practice_month",
        zh: "实践时间的“月”怎样计算？",
        en: "How are months of practice counted?",
        examples: &[
            (
                "teacher",
                r#"{"as_of": "2023-06-30", "school_kind": "secondary_vocational",
                    "role": "specialist", "hired_on": "2010-09-01",
                    "practice": [
                        {"start": "2023-01-01", "end": "2023-02-28", "in_enterprise": true}]}"#,
            ),
            (
                "teacher",
                r#"{"as_of": "2024-06-30", "school_kind": "secondary_vocational",
                    "role": "specialist", "hired_on": "2010-09-01",
                    "practice": [
                        {"start": "2023-07-03", "end": "2023-08-01", "in_enterprise": true},
                        {"start": "2024-01-08", "end": "2024-02-06", "in_enterprise": true}]}"#,
            ),
        ],
    },
    Reading {
        parameter: "induction_continuity",
        zh: "“集中实践锻炼半年以上”，须一段完成，还是各段可以累计？",
        en: "Is the half year of full-time practice in one piece, or are several periods added up?",
        examples: &[(
            "teacher",
            r#"{"as_of": "2023-09-30", "school_kind": "higher_vocational", "role": "specialist",
                "hired_on": "2020-09-01",
                "practice": [
                    {"start": "2021-07-01", "end": "2021-08-31", "in_enterprise": true},
                    {"start": "2022-07-01", "end": "2022-08-31", "in_enterprise": true},
                    {"start": "2023-07-01", "end": "2023-08-31", "in_enterprise": true}]}"#,
        )],
    },
    Reading {
        parameter: "induction_schools",
        zh: "“新入职专业教师”是否包括应用型本科高校的教师？",
        en: "Are newly hired specialist teachers of applied universities meant, too?",
        examples: &[(
            "teacher",
            r#"{"as_of": "2024-06-30", "school_kind": "applied_undergraduate",
                "role": "specialist", "hired_on": "2020-06-01", "practice": []}"#,
        )],
    },
    Reading {
        parameter: "forecast_gaps",
        zh: "“每3年要发布”，以往逾期发布的间隔是否也算不符合？",
        en: "\"Every three years\": does a past interval that was too long count?",
        examples: &[(
            "industry_forecast",
            r#"{"as_of": "2024-06-30", "published": ["2019-06-01", "2023-06-01"]}"#,
        )],
    },
    Reading {
        parameter: "technician_college_as",
        zh: "技师学院适用哪一项生均拨款标准？",
        en: "Which funding standard applies to a technician college?",
        examples: &[(
            "funding_standard",
            r#"{"year": 2024, "school_kind": "technician_college", "standard_yuan": "11000.00"}"#,
        )],
    },
    Reading {
        parameter: "vocational_university_as",
        zh: "职业本科学校是否适用高职院校的生均拨款标准？",
        en: "Does the funding standard of higher vocational colleges apply to a vocational university?",
        examples: &[(
            "funding_standard",
            r#"{"year": 2024, "school_kind": "vocational_university", "standard_yuan": "11000.00"}"#,
        )],
    },
    Reading {
        parameter: "postgraduate_quota_conditions",
        zh: "“承担国家重大战略任务、积极推行校企协同育人的高校和学科”，两项须同时具备吗？",
        en: "Does a university need both attributes, or is one enough?",
        examples: &[(
            "postgraduate_quota",
            r#"{"national_strategic_task": true, "school_enterprise_training": false}"#,
        )],
    },
    Reading {
        parameter: "supported_unit_conditions",
        zh: "“入围国家和省‘双一流’与‘产教融合’项目单位”，须两类项目都入围吗？",
        en: "Does a unit have to be on both lists, or is one enough?",
        examples: &[(
            "supported_unit",
            r#"{"on_double_first_class_list": true, "on_integration_list": false}"#,
        )],
    },
    Reading {
        parameter: "pilot_conditions",
        zh: "“有较强代表性、影响力和改革意愿”，各项须同时具备吗？",
        en: "Does a pilot need all three attributes, or is one enough?",
        examples: &[(
            "pilot",
            r#"{"pilot_kind": "enterprise", "representative": true, "influential": true,
                "willing_to_reform": false}"#,
        )],
    },
    Reading {
        parameter: "priority_support_scope",
        zh: "“在技术改造……等项目建设上予以优先支持”，支持哪些企业？",
        en: "Which enterprises get priority support for projects?",
        examples: &[(
            "enterprise",
            r#"{"leading_enterprise": true, "demonstration_enterprise": false}"#,
        )],
    },
    Reading {
        parameter: "authority_services",
        zh: "“开展人才需求预测、校企合作、教学指导、技能鉴定等服务”，须四项都支持吗？",
        en: "Is an industry authority to support all four services, or is one enough?",
        examples: &[(
            "industry_authority",
            r#"{"supports_forecasts": true, "supports_cooperation": false,
                "supports_teaching_guidance": false, "supports_skill_appraisal": false}"#,
        )],
    },
    Reading {
        parameter: "integration_park_level",
        zh: "建设产教融合园区，支持哪一级的产业园区？",
        en: "Parks of which level are supported in building integration parks?",
        examples: &[("park", r#"{"park_level": "municipal"}"#)],
    },
    Reading {
        parameter: "information_platform_force",
        zh: "“鼓励运用云计算等信息技术，建设……信息服务平台”，“鼓励”是否及于平台建设？",
        en: "Does \"encourage\" govern the building of the platform, or only the use of technology?",
        examples: &[("provincial_measures", r#"{"information_platform": false}"#)],
    },
];

/// The texts of the guide in one language.
struct Phrases {
    title: &'static str,
    introduction: &'static str,
    holders: &'static str,
    /// What it means that one of [`Holder::ALL`] holds a choice.
    held: [&'static str; 4],
    /// The headers of the list of readings, of the choices and of an example.
    list: &'static str,
    choices: &'static str,
    example: &'static str,
    example_of_force: &'static str,
    default: &'static str,
    annex: &'static str,
    turns: &'static str,
    record: &'static str,
    others: &'static str,
    flags: [&'static str; 2],
    brackets: [&'static str; 2],
    mark: &'static str,
    colon: &'static str,
}

const CHINESE: Phrases = Phrases {
    title: "口径",
    introduction: "\
由参数目录生成，请勿手改。本文供法制、审计人员使用。

原文有些文句可作两种以上理解，理解不同，同一份材料的判断可能不同。本库把这样的理解列为**口径**：\
每个口径是一个参数，有若干取值，其中一个为默认值。默认值是本库的选择，不是有权解释；有权机关另有解释的，\
应按其解释设定。不可选择的理解写在各条规则的“解读”中，见《规则一览》。

- **设定**：在 `parameters` 中写明口径及取值，如 `{\"teacher_posts_scope\": \"all_enterprises\"}`；\
命令行用 `--parameters 文件`。可以同时设定多个口径和数值。
- **报告按哪些口径作出**：与默认值不同的参数连同取值列在报告的 `ruleset.overridden` 中，未列的均为默认值。
- **哪些判断有争议**：报告的 `contested` 逐项列出，只改一个口径、其他不变时，哪一项判断或者结论会不同；\
为空的，单独改动任一口径都不影响结果。文字报告标明“口径不同，判定不同”；改动后为“无法判断”的，只列在数据中。

口径不改变事实和数值标准。数值另有参数，见 `chanjiao parameters`。",
    holders: "依据分为",
    held: [
        "文字的通常含义",
        "国家的法律或规定如此规定",
        "其他地区的同类规定如此规定",
        "文字允许这样理解，未见有规定这样写",
    ],
    list: "口径 | 条款 | 问题",
    choices: "取值 | 含义 | 依据",
    example: "条款 | 取值 | 判断 | 报告写明",
    example_of_force: "条款 | 取值 | 结论 | 报告写明",
    default: "（默认）",
    annex: "附件第{}项",
    turns: "影响的规则",
    record: "示例",
    others: "其余各项均已做到",
    flags: ["否", "是"],
    brackets: ["（", "）"],
    mark: "；",
    colon: "：",
};

const ENGLISH: Phrases = Phrases {
    title: "Readings",
    introduction: "\
Generated from the catalogue of parameters; not to be edited. For lawyers and auditors.

Some sentences of the policy allow two meanings or more, and the verdict on a record can depend on which \
one is taken. Each such meaning is the choice of a **reading**: a parameter with a closed list of choices, \
one of which is the default. A default is this library's choice and not an authoritative interpretation; \
where a competent body has interpreted the text, set the reading accordingly. Meanings that cannot be \
chosen are stated with each rule in the list of rules.

- **Set a reading** in `parameters`, such as `{\"teacher_posts_scope\": \"all_enterprises\"}`; on the \
command line with `--parameters FILE`. Several readings and numbers can be set at once.
- **Under which choices a report was made:** `ruleset.overridden` of the report lists the parameters that \
differ from their defaults, with their values. All others have their defaults.
- **Which verdicts are contested:** `contested` lists every change of a single reading, the others as they \
are, under which a verdict or the conclusion would be another one. If it is empty, no such change makes a \
difference. Text output marks these findings as \"judged differently under another interpretation\"; \
choices that would only leave the verdict undetermined are in the data alone.

A reading changes neither facts nor figures. Figures are parameters of their own: `chanjiao parameters`.",
    holders: "A choice is held by",
    held: [
        "the natural meaning of its text",
        "a law or a rule of the State says so",
        "a comparable rule of another place says so",
        "no instrument is known that says so",
    ],
    list: "reading | clause | question",
    choices: "choice | meaning | held by",
    example: "clause | choice | verdict | what the report says",
    example_of_force: "clause | choice | conclusion | what the report says",
    default: " (default)",
    annex: "annex, row {}",
    turns: "Rules that depend on it",
    record: "Example",
    others: "everything else: done",
    flags: ["no", "yes"],
    brackets: [" (", ")"],
    mark: "; ",
    colon: ": ",
};

/// The guide in one language, as Markdown.
pub fn readings(language: Language) -> String {
    let phrases = if language == Language::Chinese { &CHINESE } else { &ENGLISH };
    let all = chanjiao::parameters().iter().filter(|field| field.choices().is_some());
    let all: Vec<&'static Field> = all.collect();
    let named: Vec<&str> = READINGS.iter().map(|reading| reading.parameter).collect();
    assert_eq!(all.iter().map(|it| it.key()).collect::<Vec<_>>(), named);

    let mut out = format!("# {}\n\n{}\n", phrases.title, phrases.introduction);
    assert_eq!(Holder::ALL.len(), phrases.held.len());
    let _ = write!(out, "\n{}{}\n\n", phrases.holders, phrases.colon.trim_end());
    for (holder, held) in Holder::ALL.iter().zip(phrases.held) {
        let _ = writeln!(out, "- **{}**{}{held}", holder.label().get(language), phrases.colon);
    }
    let _ = write!(out, "\n| {} |\n|---|---|---|\n", phrases.list);
    for reading in READINGS {
        let (key, question) = (reading.parameter, reading.question(language));
        let statements = statements(key).join(", ");
        let _ = writeln!(out, "| [`{key}`](#{key}) | {statements} | {question} |");
    }
    for (reading, field) in READINGS.iter().zip(all) {
        push_reading(reading, field, phrases, language, &mut out);
    }
    out
}

impl Reading {
    const fn question(&self, language: Language) -> &'static str {
        match language {
            Language::Chinese => self.zh,
            Language::English => self.en,
        }
    }
}

/// The statements of a reading.
fn statements(parameter: &str) -> &'static [&'static str] {
    Parameters::origin(parameter).expect("a parameter").source.statements
}

fn push_reading(
    reading: &Reading,
    field: &'static Field,
    phrases: &Phrases,
    language: Language,
    out: &mut String,
) {
    let (key, question) = (reading.parameter, reading.question(language));
    let _ = write!(out, "\n## `{key}`\n\n**{question}**\n");
    let depends = |rule: &&Rule| rule.reading_parameters().any(|it| it.key() == key);
    let turned: Vec<&'static Rule> = rules().filter(depends).collect();
    for id in statements(key) {
        let statement = chanjiao::policy::find(id).expect("a statement");
        let gloss = match language {
            Language::Chinese => String::new(),
            Language::English => format!(" ({})", statement.gloss),
        };
        let _ = write!(out, "\n> {id} {}{gloss}\n", statement.phrase);
        let annex = turned.iter().filter(|rule| rule.statement.id == *id);
        for annex in annex.filter_map(|rule| rule.statement.annex) {
            let row = phrases.annex.replace("{}", &annex.row.to_string());
            let _ = write!(out, "\n> {row}{}{}\n", phrases.colon, annex.phrase);
        }
    }
    let _ = write!(out, "\n| {} |\n|---|---|---|\n", phrases.choices);
    for choice in choices(key, phrases) {
        let (words, holder) = (choice.words.get(language), choice.holder.label().get(language));
        let _ = writeln!(out, "| {} | {words} | {holder} |", choice.name);
    }
    let [open, close] = phrases.brackets;
    let names = turned.iter().map(|rule| {
        let (id, title) = (rule.statement.id, rule.title.get(language));
        format!("{id} {title}{open}`{}`{close}", rule.id)
    });
    let names = names.collect::<Vec<_>>().join(phrases.mark);
    let _ = write!(out, "\n{}{}{names}\n", phrases.turns, phrases.colon);
    let mut unturned: Vec<&str> =
        field.choices().expect("choices").iter().map(chanjiao::Choice::key).collect();
    unturned.remove(0);
    for (name, record) in reading.examples {
        let subject = subject(name).expect("a subject");
        let example = Example::of(subject, record, key, &turned);
        unturned.retain(|choice| !example.turned_by(choice));
        example.push(phrases, language, out);
    }
    assert!(unturned.is_empty(), "{key}: no example turns under {unturned:?}");
}

/// A choice with its name in the guide.
struct Choice {
    name: String,
    words: chanjiao::Text,
    holder: Holder,
}

fn choices(parameter: &str, phrases: &Phrases) -> Vec<Choice> {
    let choices = reading_choices(parameter).iter().enumerate();
    let choices = choices.map(|(index, it)| {
        let default = if index == 0 { phrases.default } else { "" };
        Choice { name: format!("`{}`{default}", it.value), words: it.words, holder: it.holder }
    });
    choices.collect()
}

/// A record, and its reports under each choice of a reading.
struct Example {
    subject: &'static Subject,
    record: Value,
    parameter: &'static str,
    reports: Vec<(&'static str, Report)>,
    /// The rules of which the reading turns the verdict; if it turns none, those of which it turns
    /// the force.
    rules: Vec<&'static Rule>,
    of_force: bool,
}

impl Example {
    fn of(
        subject: &'static Subject,
        record: &str,
        parameter: &'static str,
        turned: &[&'static Rule],
    ) -> Self {
        let record: Value = serde_json::from_str(record).expect("a record");
        let set = |choice: &str| {
            let set = format!("{{\"{parameter}\": \"{choice}\"}}");
            Parameters::from_json(&set).expect("parameters")
        };
        let choices = reading_choices(parameter).iter().map(|it| it.value);
        let forces = |rule: &Rule, choice| rule.force_under(&set(choice)) != rule.force;
        let of_force = choices.clone().any(|choice| turned.iter().any(|it| forces(it, choice)));
        let whole = if of_force { completed(subject, &record) } else { record.clone() };
        let whole = subject.parse(&whole.to_string()).expect("a record without faults");
        let reports: Vec<(&str, Report)> =
            choices.map(|choice| (choice, whole.check(&set(choice)))).collect();
        let differs = |rule: &&&'static Rule| {
            let mut verdicts = reports.iter().map(|(_, report)| finding(report, rule).verdict);
            let first = verdicts.next();
            verdicts.any(|verdict| Some(verdict) != first)
        };
        let own = turned.iter().filter(|rule| rule.subject() == Some(subject));
        let rules = own.filter(|rule| of_force || differs(rule)).copied().collect();
        Self { subject, record, parameter, reports, rules, of_force }
    }

    /// Whether the choice turns the verdict of a rule, or its force and the conclusion.
    fn turned_by(&self, choice: &str) -> bool {
        let (_, default) = &self.reports[0];
        let (_, other) = self.reports.iter().find(|(it, _)| *it == choice).expect("a choice");
        let contested = default.contested.iter();
        let contested =
            contested.filter(|it| (it.parameter, it.choice) == (self.parameter, choice));
        let concludes = contested
            .map(|it| it.result)
            .eq(Some(other.conclusion).filter(|it| *it != default.conclusion));
        assert!(concludes, "{}: {choice}: contested is not what is concluded", self.parameter);
        self.rules.iter().any(|rule| {
            let (before, after) = (finding(default, rule), finding(other, rule));
            let mut contested = before.contested.iter();
            let contested = contested.any(|it| {
                (it.parameter, it.choice, it.result) == (self.parameter, choice, after.verdict)
            });
            let by_verdict = before.verdict != after.verdict;
            assert_eq!(contested, by_verdict, "{}: {choice}: contested", self.parameter);
            let by_force = before.force != after.force && default.conclusion != other.conclusion;
            if self.of_force { by_force } else { by_verdict }
        })
    }

    fn push(&self, phrases: &Phrases, language: Language, out: &mut String) {
        let mut facts: Vec<String> = self.facts(phrases, language);
        if self.of_force {
            facts.push(phrases.others.to_owned());
        }
        let facts = facts.join(phrases.mark);
        let _ = write!(out, "\n{}{}{facts}\n", phrases.record, phrases.colon);
        let header = if self.of_force { phrases.example_of_force } else { phrases.example };
        let _ = write!(out, "\n| {header} |\n|---|---|---|---|\n");
        for rule in &self.rules {
            let choices = choices(self.parameter, phrases);
            for (choice, (_, report)) in choices.iter().zip(&self.reports) {
                let finding = finding(report, rule);
                let label =
                    if self.of_force { report.conclusion.label() } else { finding.verdict.label() };
                let (id, label) = (rule.statement.id, label.get(language));
                // "Guofa [2002]" is not a link.
                let (name, message) = (&choice.name, finding.message(language).replace('[', "\\["));
                let _ = writeln!(out, "| {id} | {name} | {label} | {message} |");
            }
        }
    }

    /// The facts in words.
    fn facts(&self, phrases: &Phrases, language: Language) -> Vec<String> {
        let given = self.record.as_object().expect("an object");
        let fields = self.subject.fields().iter();
        let given = fields.filter_map(|field| Some((field, given.get(field.key())?)));
        let words = given.map(|(field, value)| {
            let label = field.label().get(language);
            format!("{label}{}{}", phrases.colon, in_words(field, value, phrases, language))
        });
        words.collect()
    }
}

fn finding<'a>(report: &'a Report, rule: &Rule) -> &'a Finding {
    report.finding(rule.id).expect("a finding of each rule")
}

/// The record with every other flag set.
fn completed(subject: &Subject, record: &Value) -> Value {
    let mut whole = record.clone();
    for field in subject.fields().iter().filter(|it| matches!(it.kind, FieldKind::Flag)) {
        let members = whole.as_object_mut().expect("an object");
        members.entry(field.key()).or_insert(Value::Bool(true));
    }
    whole
}

fn in_words(field: &Field, value: &Value, phrases: &Phrases, language: Language) -> String {
    let chinese = language == Language::Chinese;
    let text = value.as_str().unwrap_or_default();
    let unit = || field.unit.map_or("", |unit| unit.label().get(language));
    match field.kind {
        FieldKind::Flag => phrases.flags[usize::from(value.as_bool().expect("a flag"))].to_owned(),
        FieldKind::Choice(choices) => {
            let choice = choices.iter().find(|it| it.key() == text).expect("a choice");
            choice.label().get(language).to_owned()
        }
        FieldKind::Money => format!("{} {}", text.trim_end_matches(".00"), unit()),
        FieldKind::Count(_) => format!("{value} {}", unit()),
        FieldKind::Year | FieldKind::Share => value.to_string(),
        FieldKind::Text | FieldKind::Date => text.to_owned(),
        FieldKind::Dates => {
            let days = value.as_array().expect("a list").iter().filter_map(Value::as_str);
            days.collect::<Vec<_>>().join(if chinese { "、" } else { ", " })
        }
        FieldKind::Periods => {
            let periods = value.as_array().expect("a list").iter().map(|period| {
                let [start, end] = ["start", "end"].map(|it| period[it].as_str().expect("a day"));
                match (chinese, period["in_enterprise"].as_bool().expect("a flag")) {
                    (true, true) => format!("{start}至{end}（在企业）"),
                    (true, false) => format!("{start}至{end}（不在企业）"),
                    (false, true) => format!("{start} to {end} (in an enterprise)"),
                    (false, false) => format!("{start} to {end} (not in an enterprise)"),
                }
            });
            let periods: Vec<String> = periods.collect();
            match (periods.is_empty(), chinese) {
                (true, true) => "无".to_owned(),
                (true, false) => "none".to_owned(),
                (false, true) => periods.join("、"),
                (false, false) => periods.join(", "),
            }
        }
        kind => panic!("{}: no words for {kind:?}", field.key()),
    }
}
