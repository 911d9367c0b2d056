use std::io::Read;
fn main() {
    let op = std::env::args().nth(1).unwrap();
    let mut s = String::new();
    std::io::stdin().read_to_string(&mut s).unwrap();
    let r = private_eks::call(&op, &s);
    let v: serde_json::Value = serde_json::from_str(&r).unwrap();
    if let Some(t) = v["answer"]["text"].as_str() {
        println!("{t}")
    } else {
        println!("{}", serde_json::to_string_pretty(&v).unwrap())
    }
    if std::env::args().nth(2).is_some() {
        println!("{}", serde_json::to_string_pretty(&v["answer"]).unwrap())
    }
}
