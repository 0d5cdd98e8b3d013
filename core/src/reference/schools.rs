//! 学校类别: the kinds of schools, and those that are vocational schools in the policy.

use crate::string_enum::choices;

choices! {
    /// 学校类别.
    SchoolKind {
        SecondaryVocational "secondary_vocational" "中等职业学校" | "中职学校" | "中职", "secondary vocational school";
        Technician "technician" "技工学校", "skilled workers' school";
        TechnicianCollege "technician_college" "技师学院", "technician college";
        HigherVocational "higher_vocational" "高等职业学校" | "高职院校" | "高职", "higher vocational college";
        VocationalUniversity "vocational_university" "职业本科学校" | "职业本科", "vocational university";
        AppliedUndergraduate "applied_undergraduate" "应用型本科高校" | "应用型本科", "applied undergraduate university";
        OtherUniversity "other_university" "其他高等学校", "other university";
    }
}

/// 职业学校（含技工院校）: the kinds that statement 2.2d defines as vocational schools.
pub(crate) const VOCATIONAL: &[&str] = &[
    "secondary_vocational",
    "technician",
    "technician_college",
    "higher_vocational",
    "vocational_university",
];
