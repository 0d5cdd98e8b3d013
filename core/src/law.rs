//! 相关规定: what other laws and rules say on the matter of a clause.
//!
//! The notes help a reader who has to apply those rules too. They never change a verdict. A note
//! says only what was read; `status` says in what kind of copy.

use crate::parameters::Status;
use crate::rule::Rule;
use crate::string_enum::string_enum;
use crate::text::{Language, Text, sentence, text};

/// A note on another instrument: a law, a set of rules, or the annex of the policy.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[non_exhaustive]
pub struct LawNote {
    /// The name of the instrument.
    pub instrument: Text,
    /// The article or row; `None` for the whole instrument, or if its number was not read.
    pub provision: Option<Text>,
    /// What the instrument does to the clause of the policy.
    pub relation: Relation,
    /// The day from which the instrument applies, `YYYY-MM-DD`. It is the date of the instrument if
    /// no such day was read, and `None` if neither was.
    pub since: Option<&'static str>,
    /// How far the note was verified.
    pub status: Status,
    /// What the instrument says, in short.
    pub words: Text,
}

string_enum! {
    /// What another instrument does to a clause of the policy.
    #[non_exhaustive]
    Relation {
        /// It says the same.
        Repeats = "repeats", "内容一致", "repeats";
        /// It regulates the same matter in another way.
        Parallels = "parallels", "同一事项另有规定", "parallels";
        /// It applies to more cases.
        Widens = "widens", "适用范围更宽", "widens";
        /// It applies to fewer cases.
        Narrows = "narrows", "适用范围更窄", "narrows";
        /// It asks for less, or with less force.
        Softens = "softens", "要求较宽", "softens";
        /// It asks for more, or with more force.
        Tightens = "tightens", "要求更严", "tightens";
        /// It replaces the standard that the clause refers to.
        Supersedes = "supersedes", "已作新规定", "supersedes";
        /// It attaches a consequence to a breach.
        Sanctions = "sanctions", "规定了法律责任", "sets a sanction";
        /// The clause tells the province to implement it.
        Implements = "implements", "由本条落实", "implemented by the clause";
    }
}

/// What the notes on one instrument have in common.
#[derive(Clone, Copy)]
struct Instrument {
    name: Text,
    since: Option<&'static str>,
    status: Status,
}

/// The texts of laws were read in a database of laws, not in the official gazette.
const LAW_DATABASE: Status = Status::Secondary;

const VOCATIONAL_EDUCATION_LAW: Instrument = Instrument {
    name: text!("《职业教育法》（2022年修订）", "Vocational Education Law (revised in 2022)"),
    since: Some("2022-05-01"),
    status: LAW_DATABASE,
};

const TRANSFER_LAW: Instrument = Instrument {
    name: text!(
        "《促进科技成果转化法》（2015年修正）",
        "Law on Promoting the Transformation of Scientific and Technological Achievements \
        (amended in 2015)",
    ),
    since: None,
    status: LAW_DATABASE,
};

const PRIVATE_EDUCATION_LAW: Instrument = Instrument {
    name: text!(
        "《民办教育促进法》（2018年修正）",
        "Law on Promoting Private Education (amended in 2018)",
    ),
    since: None,
    status: LAW_DATABASE,
};

const HUNAN_REGULATION: Instrument = Instrument {
    name: text!("《湖南省职业教育条例》", "Hunan Regulation on Vocational Education"),
    since: Some("2025-01-01"),
    status: Status::Secondary,
};

const INTERNSHIP_RULES: Instrument = Instrument {
    name: text!(
        "《职业学校学生实习管理规定》（教职成〔2021〕4号）",
        "Rules on Internships of Vocational School Students (Jiaozhicheng [2021] No. 4)",
    ),
    since: Some("2021-12-31"),
    status: Status::Secondary,
};

const TEACHER_PRACTICE_RULES: Instrument = Instrument {
    name: text!(
        "《职业学校教师企业实践规定》（教师〔2016〕3号）",
        "Rules on Enterprise Practice of Vocational School Teachers (Jiaoshi [2016] No. 3)",
    ),
    since: Some("2016-05-11"),
    status: Status::Secondary,
};

const PROGRAMME_GUIDELINE: Instrument = Instrument {
    name: text!(
        "《教育部关于职业院校专业人才培养方案制订与实施工作的指导意见》（教职成〔2019〕13号）",
        "Ministry of Education guideline on training programmes of vocational schools \
        (Jiaozhicheng [2019] No. 13)",
    ),
    since: Some("2019-06-05"),
    status: Status::Secondary,
};

const COOPERATION_MEASURES: Instrument = Instrument {
    name: text!(
        "《职业学校校企合作促进办法》（教职成〔2018〕1号）",
        "Measures for Promoting School-Enterprise Cooperation of Vocational Schools \
        (Jiaozhicheng [2018] No. 1)",
    ),
    since: None,
    status: Status::Secondary,
};

const ANNEX: Instrument = Instrument {
    name: text!("本文件附件《重点任务分工》", "annex of the policy (division of key tasks)"),
    since: None,
    status: Status::Policy,
};

const fn note(instrument: Instrument, relation: Relation, words: Text) -> LawNote {
    let Instrument { name, since, status } = instrument;
    LawNote { instrument: name, provision: None, relation, since, status, words }
}

impl LawNote {
    const fn at(mut self, provision: Text) -> Self {
        self.provision = Some(provision);
        self
    }

    /// Returns the note as one line.
    ///
    /// ```
    /// use chanjiao::{Language, rule};
    /// let rule = rule("enterprise.social_report").expect("a rule of enterprises");
    /// let line = rule.law().next().expect("a note").line(Language::English);
    /// assert!(line.starts_with(
    ///     "Vocational Education Law (revised in 2022), article 24(3), since 2022-05-01: widens; "
    /// ));
    /// ```
    #[must_use]
    pub fn line(&self, language: Language) -> String {
        let say = |words: Text| words.get(language);
        let (instrument, relation) = (say(self.instrument), say(self.relation.label()));
        let (words, status) = (say(self.words), say(self.status.label()));
        let provision = self.provision.map_or("", say);
        let comma = if provision.is_empty() { "" } else { ", " };
        let since = self.since.map_or_else(String::new, |since| {
            sentence!(language, "（{since}起）", ", since {since}")
        });
        sentence!(
            language,
            "{instrument}{provision}{since}：{relation}；{words}（{status}）",
            "{instrument}{comma}{provision}{since}: {relation}; {words} ({status})",
        )
    }
}

/// The notes on rules, each with the ids of its rules, in the order of the policy.
static NOTES: &[(&[&str], LawNote)] = &[
    (
        &["internship.host_cap", "internship.post_cap"],
        note(
            INTERNSHIP_RULES,
            Relation::Supersedes,
            text!(
                "实习分为认识实习和岗位实习（第二条）；据他省实施细则的报道，两项比例为“一般”\
                不超过10%、20%，原条文未核对",
                "internships are cognition internships or post internships (article 2); another \
                province's rules are reported to limit them to 10 % and 20 % \"in general\"; the \
                article itself was not read",
            ),
        ),
    ),
    (
        &["internship.pay_floor"],
        note(
            INTERNSHIP_RULES,
            Relation::Supersedes,
            text!(
                "实习报酬原则上不低于相同岗位工资标准的80%或最低档工资标准，不再以试用期工资为\
                基数",
                "in principle at least 80 % of the wage standard of the same post, or the lowest \
                wage grade; the probation wage is no longer the base",
            ),
        )
        .at(text!("第十八条", "article 18")),
    ),
    (
        &["provincial_measures.internship_rules"],
        note(
            INTERNSHIP_RULES,
            Relation::Implements,
            text!(
                "2016年规定的修订版；湖南省实施细则据新华社2019年2月12日报道已经印发，细则全文\
                及2021年后是否修订未核对",
                "the revision of the rules of 2016; Hunan's implementing rules were issued, as \
                Xinhua reported on 12 February 2019; their text was not read, nor whether they \
                were revised after 2021",
            ),
        ),
    ),
    (
        &["enterprise.internship_posts"],
        note(
            ANNEX,
            Relation::Narrows,
            text!(
                "附件写“顶岗实习责任”，正文第8点写“实习责任”",
                "the annex speaks of on-post internships, point 8 of the body of internships",
            ),
        )
        .at(text!("第7项", "row 7")),
    ),
    (
        &["enterprise.social_report"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Widens,
            text!(
                "企业开展职业教育的情况应当纳入企业社会责任报告，不分企业规模",
                "what an enterprise does for vocational education is to be in its social \
                responsibility report, whatever its size",
            ),
        )
        .at(text!("第二十四条第三款", "article 24(3)")),
    ),
    (
        &["enterprise.teacher_posts"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Tightens,
            text!(
                "产教融合型企业、规模以上企业应当安排一定比例的岗位接纳教师实践，未规定具体比\
                例；依“原则上”说明的理由不能免除该项义务",
                "industry-education integration enterprises and enterprises above designated size \
                must offer a share of positions for teachers' practice, without a figure; reasons \
                given under \"in principle\" do not exempt from this duty",
            ),
        )
        .at(text!("第四十五条第三款", "article 45(3)")),
    ),
    (
        &["enterprise.master_teacher_station"],
        note(
            ANNEX,
            Relation::Tightens,
            text!(
                "附件写“设立‘名师工作站’”，未写“鼓励”",
                "the annex says \"set up\", without \"encourage\"",
            ),
        )
        .at(text!("第8项", "row 8")),
    ),
    (
        &["enterprise.training_fund", "enterprise.frontline_share"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Repeats,
            text!(
                "企业应当按国务院规定的标准提取和使用职工教育经费，用于一线职工的应当达到国家规\
                定的比例；条文未写具体数字",
                "training funds are set aside and used by the standard of the State Council, and \
                the part for front-line employees reaches the national share; the article has no \
                figures",
            ),
        )
        .at(text!("第五十八条第一款", "article 58(1)")),
    ),
    (
        &["enterprise.credit_record", "credit_entry.recorded"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Sanctions,
            text!(
                "由有关部门责令改正；拒不改正的，由县级以上人民政府收取其应当承担的职工教育经费",
                "the authority orders correction; if it is refused, a government at county level \
                or above collects the training funds that are due",
            ),
        )
        .at(text!("第六十四条", "article 64")),
    ),
    (
        &["enterprise.education_group_founder"],
        note(
            ANNEX,
            Relation::Tightens,
            text!(
                "附件写“组建产教融合集团（联盟）或职教集团”，未写“鼓励”",
                "the annex says \"form\", without \"encourage\"",
            ),
        )
        .at(text!("第11项", "row 11")),
    ),
    (
        &["education_authority.campaigns"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Parallels,
            text!(
                "每年5月的第二周为“职业教育活动周”",
                "the second week of May is \"vocational education activity week\"",
            ),
        )
        .at(text!("第十二条第三款", "article 12(3)")),
    ),
    (
        &["pilot.comprehensive_high_school"],
        note(
            ANNEX,
            Relation::Tightens,
            text!(
                "附件写“试点建设普职融通的综合高中”，未写“鼓励”，也未写地方条件和周边条件",
                "the annex has neither \"encourage\" nor the conditions on the place",
            ),
        )
        .at(text!("第12项", "row 12")),
    ),
    (
        &["programme.practical_hours"],
        note(
            PROGRAMME_GUIDELINE,
            Relation::Softens,
            text!(
                "实践性教学学时“原则上”占总学时数50%以上",
                "practical teaching is 50 % of all class hours or more, \"in principle\"",
            ),
        ),
    ),
    (
        &["teacher.periodic_practice"],
        note(
            TEACHER_PRACTICE_RULES,
            Relation::Tightens,
            text!(
                "专业课教师每5年“必须累计”不少于6个月到企业或生产服务一线实践；未写“原则上”，没\
                有每2年2个月的选项",
                "specialist teachers must practise in enterprises or on the front line of \
                production and services for 6 months in all every 5 years; neither \"in \
                principle\" nor the choice of 2 months every 2 years",
            ),
        )
        .at(text!("第四条", "article 4")),
    ),
    (
        &["teacher.induction_practice"],
        note(
            TEACHER_PRACTICE_RULES,
            Relation::Tightens,
            text!(
                "没有企业工作经历的新任教师应“先实践再上岗”",
                "new teachers without work experience in enterprises practise before they teach",
            ),
        )
        .at(text!("第四条", "article 4")),
    ),
    (
        &["school.council"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Narrows,
            text!(
                "公办职业学校实行党组织领导的校长负责制；可以通过咨询、协商等形式听取行业组织、\
                企业等方面的意见",
                "a public vocational school is run by its principal under the leadership of its \
                Party organisation; it may hear industry bodies and enterprises by consultation",
            ),
        )
        .at(text!("第三十五条", "article 35")),
    ),
    (
        &["provincial_measures.cooperation_measures"],
        note(
            COOPERATION_MEASURES,
            Relation::Implements,
            text!(
                "只核对了第一条至第五条；湖南省是否已制定实施办法未核对",
                "only articles 1 to 5 were read; whether Hunan has issued implementing measures \
                was not checked",
            ),
        ),
    ),
    (
        &["industry_forecast.interval"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Parallels,
            text!(
                "行业主管部门定期发布人才需求信息；未规定间隔，该款未提及行业社会组织",
                "industry authorities regularly publish information on the demand for talent; the \
                paragraph sets no interval and does not name industry bodies",
            ),
        )
        .at(text!("第二十三条第一款", "article 23(1)")),
    ),
    (
        &["provincial_measures.information_platform"],
        note(
            ANNEX,
            Relation::Tightens,
            text!(
                "附件写“打造信息服务平台”，未写“鼓励”",
                "the annex says \"build\", without \"encourage\"",
            ),
        )
        .at(text!("第19项", "row 19")),
    ),
    (
        &["provincial_measures.coordination_mechanism", "locality.coordination_body"],
        note(
            HUNAN_REGULATION,
            Relation::Parallels,
            text!(
                "县级以上人民政府应当建立职业教育工作协调机制",
                "governments at county level and above are to set up a coordination mechanism for \
                vocational education",
            ),
        )
        .at(text!("第三条第一款", "article 3(1)")),
    ),
    (
        &["park.integration_park"],
        note(
            ANNEX,
            Relation::Narrows,
            text!(
                "附件写“支持省级以上产业园建设产教融合园区”，正文写“各级产业园区”",
                "the annex supports parks at provincial level and above, the body speaks of parks \
                at all levels",
            ),
        )
        .at(text!("第21项", "row 21")),
    ),
    (
        &["funding_standard.secondary", "funding_standard.higher_vocational"],
        note(
            VOCATIONAL_EDUCATION_LAW,
            Relation::Parallels,
            text!(
                "省级人民政府应当制定生均经费标准或者公用经费标准，举办者应当按时、足额拨付；不\
                得以学费、社会服务收入冲抵生均拨款；条文未写具体数字",
                "the province sets a standard per student or for running costs, and founders pay \
                it in full and on time; tuition and service income do not count towards it; the \
                article has no figures",
            ),
        )
        .at(text!("第五十五条第二款", "article 55(2)")),
    ),
    (
        &["transfer_reward.outside_wage_base"],
        note(
            TRANSFER_LAW,
            Relation::Repeats,
            text!(
                "国有企业、事业单位的该项支出计入当年本单位工资总额，但不受其限制，不纳入工资总\
                额基数",
                "in state-owned enterprises and public institutions the payment counts in the \
                year's total wages, but is not limited by them and not in their base",
            ),
        )
        .at(text!("第四十五条第三款", "article 45(3)")),
    ),
    (
        &["land_use.allocation"],
        note(
            PRIVATE_EDUCATION_LAW,
            Relation::Tightens,
            text!(
                "新建、扩建非营利性民办学校的，人民政府“应当”按照与公办学校同等原则，以划拨等方\
                式给予用地优惠",
                "for a non-profit private school the government must grant land by allocation or \
                the like on the same terms as for a public school",
            ),
        )
        .at(text!("第五十一条第一款", "article 51(1)")),
    ),
];

/// The notes on the whole policy.
pub(crate) const ON_THE_POLICY: &[LawNote] = &[note(
    HUNAN_REGULATION,
    Relation::Parallels,
    text!(
        "地方性法规，效力高于本文件；第四章“教师和受教育者”、第六章“产教融合”未核对",
        "a provincial regulation, which ranks above the policy; chapters 4 (teachers and students) \
        and 6 (industry-education integration) were not read",
    ),
)];

impl Rule {
    /// Returns the notes on what other laws and rules say on the matter of its clause. They never
    /// change a verdict. [`Policy::law`](crate::policy::Policy::law) has those on the whole policy.
    pub fn law(&self) -> impl Iterator<Item = &'static LawNote> + use<> {
        let id = self.id;
        NOTES.iter().filter(move |(rules, _)| rules.contains(&id)).map(|(_, note)| note)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Date, policy, rule};

    #[test]
    fn every_note_is_on_a_rule_or_on_the_policy() {
        for (rules, note) in NOTES {
            assert!(!rules.is_empty(), "{note:?}");
            for id in *rules {
                let rule = rule(id).unwrap_or_else(|| panic!("{id} is no rule"));
                assert!(rule.law().any(|it| core::ptr::eq(it, note)), "{id}");
            }
        }
        assert_eq!(policy().law, ON_THE_POLICY);
    }

    #[test]
    fn notes_are_in_the_order_of_the_policy() {
        let places = NOTES.iter().filter_map(|(rules, _)| rules.first()).map(|id| {
            let statement = rule(id).unwrap().statement;
            (statement.article, statement.sentence, statement.id)
        });
        assert!(places.is_sorted());
    }

    #[test]
    fn texts_of_notes_are_complete() {
        for note in NOTES.iter().map(|(_, note)| note).chain(ON_THE_POLICY) {
            let texts = [Some(note.instrument), note.provision, Some(note.words)];
            for text in texts.into_iter().flatten() {
                assert!(!text.zh().is_empty() && text.zh().trim() == text.zh(), "{note:?}");
                assert!(!text.en().is_empty() && text.en().is_ascii(), "{note:?}");
                assert!(!text.zh().ends_with('。') && !text.en().ends_with('.'), "{note:?}");
            }
            let day = note.since.map(str::parse::<Date>);
            assert!(day.is_none_or(|day| day.is_ok()), "{note:?}");
            // The library sets numbers, not law.
            assert_ne!(note.status, Status::Library, "{note:?}");
        }
    }

    #[test]
    fn a_relation_is_parsed_from_its_text() {
        for relation in Relation::ALL {
            assert_eq!(relation.as_str().parse(), Ok(*relation));
        }
    }
}
