//! Single records: answers and problems.

use http_body_util::Full;
use hyper::{Request, StatusCode};
use percent_encoding::{NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::{Value, json};

use super::documents::Schemas;
use super::running::{Running, posted, whole};
use super::vectors::vectors;

const FIRM: &str = r#"{"size_class":"medium","staff_in_service":3200,"teacher_posts":14}"#;

#[tokio::test]
async fn every_vector_is_answered_as_by_the_library() {
    let service = Running::start().await;
    let schemas = Schemas::of(&service).await;
    let mut client = service.client::<Full<_>>().await;
    for case in vectors().iter().flatten() {
        let query = case.parameters.as_ref().map_or(String::new(), |text| {
            format!("?parameters={}", utf8_percent_encode(text, NON_ALPHANUMERIC))
        });
        let path = format!("/check/{}{query}", case.subject);
        let request = posted(&path, "application/json", case.record.clone());
        client.ready().await.expect("a connection that stays");
        let response = client.send_request(request).await.expect("a response");
        let response = whole(response).await;
        let answer = case.answer();
        if response.status == StatusCode::OK {
            assert_eq!(response.header("content-type"), "application/json");
            assert_eq!(response.text(), answer, "{}", case.title);
            continue;
        }
        let problem = response.json();
        let answer: Value = serde_json::from_str(&answer).expect("JSON");
        assert_eq!(problem["faults"], answer["faults"], "{}", case.title);
        assert_eq!(problem["status"], response.status.as_u16());
        let place = |list: &Value, by: &dyn Fn(&Value) -> String| {
            list.as_array().expect("a list").iter().map(by).collect::<Vec<_>>()
        };
        let text = |value: &Value| value.as_str().expect("a text").to_owned();
        let of_errors = place(&problem["errors"], &|it| text(&it["pointer"]));
        let of_faults = place(&problem["faults"], &|it| format!("#{}", text(&it["pointer"])));
        if of_faults.iter().all(|pointer| pointer.is_ascii() && !pointer.contains(' ')) {
            assert_eq!(of_errors, of_faults);
        }
        schemas.accept("Problem", &problem);
    }
}

#[tokio::test]
async fn a_typed_record_is_checked_before_its_handler_runs() {
    let service = Running::start().await;
    let found = service.post("/enterprise/teacher-posts", FIRM).await;
    assert_eq!(found.status, StatusCode::OK);
    let answer: Value =
        serde_json::from_str(&chanjiao::check_json("enterprise", FIRM, None)).expect("JSON");
    let findings = answer["report"]["findings"].as_array().expect("a list");
    let expected = findings.iter().find(|it| it["rule"] == "enterprise.teacher_posts");
    assert_eq!(found.text(), expected.expect("a finding").to_string());

    let path = "/enterprise/teacher-posts?parameters=%7B%22teacher_posts_share%22%3A%22101%22%7D";
    let refused = service.post(path, r#"{"teacher_posts":-1,"as_of":"2024-01-01"}"#).await;
    assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
    assert_eq!(refused.codes(), ["out_of_range", "unknown_key", "out_of_range"]);
    assert_eq!(refused.json()["errors"][2]["in"], "parameters");
}

#[tokio::test]
async fn a_problem_states_pointer_value_and_accepted_values_in_the_preferred_language() {
    let service = Running::start().await;
    for (asked, tag, accepted, help) in [
        (
            "zh-CN,en;q=0.5",
            "zh-CN",
            "；接受：0 至 9007199254740991 的整数",
            "是否指 `teacher_posts`？",
        ),
        (
            "en-GB",
            "en",
            "; accepted: a whole number from 0 to 9007199254740991",
            "did you mean `teacher_posts`?",
        ),
    ] {
        let body = r#"{"staff_total":"many","teacher_post":1,"a/b ~\"":2}"#;
        let mut request = posted("/check/enterprise", "application/json", body);
        request.headers_mut().insert("accept-language", asked.parse().expect("a header"));
        let refused = service.send(request).await;
        assert_eq!(refused.status, StatusCode::UNPROCESSABLE_ENTITY);
        assert_eq!(refused.header("content-language"), tag);
        assert_eq!(refused.header("vary"), "accept-language");
        let problem = refused.json();
        assert_eq!(problem["type"], "urn:chanjiao:problem:faults");
        let entry = |at: usize, key: &str| problem["errors"][at][key].as_str().expect("a text");
        assert_eq!(entry(0, "pointer"), "#/staff_total");
        assert!(entry(0, "detail").contains(accepted), "{}", entry(0, "detail"));
        assert_eq!(problem["faults"][0]["given"], "\"many\"");
        // Keys in code point order; a pointer in a URI has no space and no quotation mark.
        assert_eq!(entry(1, "pointer"), "#/a~1b%20~0%22");
        assert_eq!(problem["faults"][1]["pointer"], "/a~1b ~0\"");
        assert!(entry(2, "detail").ends_with(help), "{}", entry(2, "detail"));
        assert_eq!(problem["faults"][2]["help"]["zh"], "是否指 `teacher_posts`？");
    }
}

#[tokio::test]
async fn invalid_json_is_rejected() {
    let service = Running::start().await;
    let bodies: [(&[u8], u16, &str); 10] = [
        (b"", 400, "not_json"),
        (b"{", 400, "not_json"),
        (b"{}{}", 400, "not_json"),
        (b"{'name':1}", 400, "not_json"),
        (b"{\"name\":\"\xff\"}", 400, "not_json"),
        (b"\xef\xbb\xbf{}", 400, "not_json"),
        (b"{\"name\":\"\\ud800\"}", 400, "lone_surrogate"),
        (b"[]", 422, "not_an_object"),
        (b"{\"name\":\"a\",\"name\":\"a\"}", 422, "duplicate_key"),
        (b"{\"staff_total\":NaN}", 422, "not_a_count"),
    ];
    for (body, status, code) in bodies {
        let refused = service.post("/check/enterprise", body).await;
        assert_eq!(refused.status.as_u16(), status, "{body:?}");
        assert_eq!(refused.codes(), [code], "{body:?}");
    }
    let refused = service.post("/check/enterprise", &b"{\n\"name\": \"ab\xff\"}"[..]).await;
    assert!(refused.text().contains("（第 2 行第 13 个字符）"), "{}", refused.text());
}

#[tokio::test]
async fn only_uncompressed_json_in_utf_8_is_accepted() {
    let service = Running::start().await;
    for (kind, coding, accepted) in [
        ("application/json", "", true),
        ("Application/JSON; charset=UTF-8", "", true),
        ("application/json; charset=\"utf-8\"", "identity", true),
        ("application/json; charset=gb18030", "", false),
        ("application/json", "gzip", false),
        ("application/xml", "", false),
        ("application/jsonp", "", false),
        ("application/x-www-form-urlencoded", "", false),
        ("multipart/form-data; boundary=x", "", false),
        ("", "", false),
        ("\u{ff}", "", false),
    ] {
        let mut request = posted("/check/visit", "x/x", "{}");
        let headers = request.headers_mut();
        headers.insert("content-type", kind.parse().expect("a header"));
        if !coding.is_empty() {
            headers.insert("content-encoding", coding.parse().expect("a header"));
        }
        let response = service.send(request).await;
        let expected = if accepted { StatusCode::OK } else { StatusCode::UNSUPPORTED_MEDIA_TYPE };
        assert_eq!(response.status, expected, "{kind} {coding}");
        assert_eq!(response.header("accept-post").is_empty(), accepted);
    }
    let mut without = posted("/check/visit", "x/x", "{}");
    without.headers_mut().remove("content-type");
    assert_eq!(service.send(without).await.status, StatusCode::UNSUPPORTED_MEDIA_TYPE);
}

#[tokio::test]
async fn unknown_paths_methods_and_queries_are_rejected() {
    let service = Running::start().await;
    for (method, path, status) in [
        ("POST", "/check/firm", 404),
        ("POST", "/batch/firm", 404),
        ("POST", "/check/%ff", 404),
        ("GET", "/", 404),
        ("GET", "/rules/enterprise.none", 404),
        ("GET", "/schemas/2020-12/firm.json", 404),
        ("GET", "/schemas/2020-12/..%2Fpolicy.json", 404),
        ("GET", "/check/enterprise", 405),
        ("DELETE", "/rules", 405),
        ("POST", "/check/visit?parameter={}", 400),
        ("POST", "/check/visit?parameters={}&parameters={}", 400),
        ("POST", "/check/visit?parameters=", 400),
        ("POST", "/check/visit?parameters=%7B%22visit_month%22%3A1%7D", 422),
    ] {
        let request = Request::builder()
            .method(method)
            .uri(path.replace('{', "%7B").replace('}', "%7D"))
            .header("content-type", "application/json")
            .body(Full::from("{}"))
            .expect("a request");
        let refused = service.send(request).await;
        assert_eq!(refused.status.as_u16(), status, "{method} {path}");
        assert_eq!(refused.json()["status"], status, "{method} {path}");
        assert_eq!(refused.header("content-type"), "application/problem+json", "{path}");
        assert_eq!(refused.header("allow").is_empty(), status != 405, "{path}");
    }
    assert_eq!(service.get("/rules").await.json()["ruleset"]["digest"], json!(chanjiao::DIGEST));
}
