//! The tasks of the annex, 重点任务分工.

use super::Task;

// The categories, 工作任务.
const PATTERN: &str = "构建产业和教育统筹融合发展格局";
const ENTERPRISES: &str = "强化行业企业重要主体作用";
const TRAINING: &str = "全面推进产教融合人才培养改革";
const SUPPLY: &str = "促进产教供需双向对接";
const SUPPORT: &str = "加大组织保障和支持体系建设";

// The responsible units, 责任单位. Each has one name.
const REFORM: &str = "省发展改革委";
const EDUCATION: &str = "省教育厅";
const STATE_ASSETS: &str = "省国资委";
const INDUSTRY: &str = "省工业和信息化厅";
const LABOUR: &str = "省人力资源社会保障厅";
const FINANCE: &str = "省财政厅";
const EMERGENCY: &str = "省应急管理厅";
const INSURANCE: &str = "湖南银保监局";
const SCIENCE: &str = "省科技厅";
const UNIONS: &str = "省总工会";
const CIVIL_AFFAIRS: &str = "省民政厅";
const ASSOCIATIONS: &str = "行业协会";
const AGRICULTURE: &str = "省农业农村厅";
const TAX: &str = "省税务局";
const LAND: &str = "省自然资源厅";
const COMMERCE: &str = "省商务厅";
const FOREIGN_AFFAIRS: &str = "省委外事办";
const CITIES: &str = "各市州人民政府";

// Whether the row has 会同有关部门 (together with the departments concerned).
const JOINT: bool = true;
const ALONE: bool = false;

/// The 24 tasks of the annex, in its order.
#[rustfmt::skip]
pub const TASKS: &[Task] = &[
    row(1, PATTERN, &[2], JOINT, &[REFORM, CITIES]),
    row(2, PATTERN, &[3], JOINT, &[EDUCATION, REFORM]),
    row(3, PATTERN, &[4], JOINT, &[EDUCATION]),
    row(4, ENTERPRISES, &[5], JOINT, &[EDUCATION, REFORM, STATE_ASSETS, INDUSTRY, LABOUR, CITIES]),
    row(5, ENTERPRISES, &[6], JOINT, &[EDUCATION, LABOUR, INDUSTRY, STATE_ASSETS]),
    row(6, ENTERPRISES, &[7], JOINT,
        &[EDUCATION, REFORM, INDUSTRY, STATE_ASSETS, FINANCE, LABOUR, CITIES]),
    row(7, ENTERPRISES, &[8], ALONE, &[EDUCATION, FINANCE, LABOUR, EMERGENCY, INSURANCE, CITIES]),
    row(8, ENTERPRISES, &[9], JOINT, &[EDUCATION, LABOUR, CITIES]),
    row(9, ENTERPRISES, &[10], JOINT, &[REFORM, EDUCATION, SCIENCE, STATE_ASSETS, FINANCE]),
    row(10, ENTERPRISES, &[11], JOINT, &[UNIONS, LABOUR, CITIES]),
    row(11, ENTERPRISES, &[12], ALONE, &[STATE_ASSETS, INDUSTRY, EDUCATION]),
    row(12, TRAINING, &[13], JOINT, &[EDUCATION, LABOUR, CITIES]),
    row(13, TRAINING, &[14], ALONE, &[EDUCATION, REFORM, LABOUR, INDUSTRY, STATE_ASSETS]),
    row(14, TRAINING, &[15], JOINT, &[EDUCATION, LABOUR, INDUSTRY, STATE_ASSETS, CITIES]),
    row(15, TRAINING, &[16], JOINT, &[EDUCATION, LABOUR, INDUSTRY, STATE_ASSETS]),
    row(16, TRAINING, &[17], JOINT, &[EDUCATION, LABOUR]),
    row(17, TRAINING, &[18], JOINT, &[EDUCATION, LABOUR, CITIES]),
    row(18, TRAINING, &[19], JOINT, &[EDUCATION, LABOUR]),
    row(19, SUPPLY, &[20, 21, 22, 23], JOINT,
        &[REFORM, INDUSTRY, EDUCATION, LABOUR, CIVIL_AFFAIRS, ASSOCIATIONS, AGRICULTURE, CITIES]),
    row(20, SUPPORT, &[24], JOINT, &[REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, CITIES]),
    row(21, SUPPORT, &[25], JOINT,
        &[REFORM, EDUCATION, LABOUR, FINANCE, INDUSTRY, STATE_ASSETS, CITIES]),
    row(22, SUPPORT, &[26], ALONE, &[FINANCE, TAX, LAND, REFORM, CITIES]),
    row(23, SUPPORT, &[27], JOINT, &[EDUCATION, LABOUR, COMMERCE, FOREIGN_AFFAIRS]),
    row(24, SUPPORT, &[28], JOINT, &[REFORM, EDUCATION, LABOUR, CITIES]),
];

/// One row of the table.
const fn row(
    row: u8,
    category: &'static str,
    articles: &'static [u8],
    joint: bool,
    units: &'static [&'static str],
) -> Task {
    Task { row, category, articles, units, joint }
}
