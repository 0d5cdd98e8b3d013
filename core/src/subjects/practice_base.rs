//! 基地: articles 7 and 9.

use super::prelude::*;

choices! {
    /// 基地类别.
    BaseKind {
        StudentTraining "student_training" "实习实训基地", "training base for students";
        TeacherPractice "teacher_practice" "教师顶岗实践基地", "base for teachers' practice";
        NationalTraining "national_training" "国培基地", "base of the national teacher training";
        ProvincialTraining "provincial_training" "省培基地", "base of the provincial teacher training";
    }
}

subject! {
    /// 实习实训与实践基地: one base at an enterprise.
    PracticeBase = "practice_base", "实习实训与实践基地", "practice base";
    one record is "一个设在企业的基地", "one base at an enterprise";
    facts {
        name: String = "基地名称", "name of the base";
        base_kind: BaseKind = "基地类别", "kind of base";
        host_large_or_medium: bool = "设在大、中型企业", "the host is a large or medium enterprise";
        students_of_related_majors: bool = "接收相关专业学生", "takes students of related majors";
    }
}

/// The rules, in the order of the policy.
const RULES: &[Rule] = &[
    Rule::new(
        "practice_base.student_training",
        statement("7.3b"),
        all(&[FACTS.flag("host_large_or_medium"), FACTS.flag("students_of_related_majors")]),
    )
    .eligibility()
    .applies_to(
        FACTS.one_of("base_kind", &["student_training"]),
        text!("学生实习实训基地", "training bases for students"),
    )
    .title(text!("接收学生实习实训", "taking students for training"))
    .demands(&[text!(
        "需由大、中型企业接收相关专业学生",
        "to be at a large or medium enterprise and take students of related majors",
    )]),
    Rule::new(
        "practice_base.teacher_practice",
        statement("9.1a"),
        FACTS.flag("host_large_or_medium"),
    )
    .applies_to(
        FACTS
            .one_of("base_kind", &["teacher_practice", "national_training", "provincial_training"]),
        text!("教师顶岗实践、国培和省培基地", "bases for teachers' practice and training"),
    )
    .title(text!("教师基地设在大中型企业", "bases for teachers at large and medium enterprises"))
    .demands(&[text!("基地需设在大中型企业", "a large or medium enterprise as host")])
    .reading(text!(
        "判断基地是否设在大中型企业；分批进度原文未定",
        "whether the host is large or medium; the text leaves the batches open"
    )),
];
