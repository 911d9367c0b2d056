//! Reads the schemas of the table of operations. A shape that the faces could not say in every language is refused.

use std::collections::BTreeMap;

use private_eks::{ErrorCode, OPERATIONS, Operation};
use serde_json::{Map, Value};

use crate::model::{Arguments, Call, Field, Item, Model, Struct, Style, Type, Union, Word, Words};
use crate::text::upper_first;

impl Model {
    /// Reads the table of operations.
    pub(crate) fn read() -> Result<Self, String> {
        let mut reader = Reader::default();
        let operations = OPERATIONS.iter().map(|row| reader.operation(row)).collect::<Result<_, _>>()?;
        let codes = schemars::schema_for!(ErrorCode);
        let codes = words(codes.as_object().ok_or("the error codes have no schema")?).ok_or("no error codes")?;
        Ok(Self { operations, types: reader.types, codes })
    }
}

#[derive(Clone, Copy, Eq, PartialEq)]
enum Side {
    Request,
    Answer,
}

#[derive(Default)]
struct Reader {
    types: Vec<Item>,
    /// The keys of what is being read, so that a type that holds itself ends.
    open: Vec<String>,
}

type Defs = BTreeMap<String, Map<String, Value>>;

impl Reader {
    fn operation(&mut self, row: &Operation) -> Result<Call, String> {
        let at = |error: String| format!("operation `{}`: {error}", row.name);
        let request_schema = row.request_schema();
        let request_defs = defs(request_schema.as_value()).map_err(at)?;
        let request = reference(request_schema.as_value()).ok_or_else(|| at("the request has no name".to_owned()))?;
        let answer_schema = row.answer_schema();
        let answer_defs = defs(answer_schema.as_value()).map_err(at)?;
        let top = answer_schema.as_object().ok_or_else(|| at("the answer has no schema".to_owned()))?;
        let arguments = self.arguments(row, &request, &request_defs).map_err(at)?;
        let answer = self.kind(top, &answer_defs, Side::Answer).map_err(at)?;
        let answer = if answer == Type::Document { Type::Snapshot } else { answer };
        let doc = sentences(row.doc);
        Ok(Call { name: row.name, doc, takes_snapshot: row.takes_snapshot, request, arguments, answer })
    }

    fn arguments(&mut self, row: &Operation, request: &str, defs: &Defs) -> Result<Arguments, String> {
        if !request.ends_with("Request") {
            let last = request.rfind(char::is_uppercase).and_then(|at| request.get(at..)).unwrap_or(request);
            let mut schema = Map::new();
            schema.insert("$ref".to_owned(), format!("#/$defs/{request}").into());
            return Ok(Arguments::Whole(last.to_lowercase(), self.kind(&schema, defs, Side::Request)?));
        }
        let schema = defs.get(request).ok_or_else(|| format!("`{request}` has no schema"))?;
        let mut fields = self.fields(schema, defs, Side::Request)?;
        if row.takes_snapshot {
            fields.retain(|field| field.name != "snapshot");
        }
        let holds_objects = |kind: &Type| match kind.present() {
            Type::List(item) => matches!(**item, Type::Named(_)),
            Type::Named(_) => true,
            _ => false,
        };
        let first = fields.first().is_some_and(|field| holds_objects(&field.kind));
        let positional = if first { Some(fields.remove(0)) } else { None };
        Ok(Arguments::Fields { positional, named: fields })
    }

    fn fields(&mut self, schema: &Map<String, Value>, defs: &Defs, side: Side) -> Result<Vec<Field>, String> {
        let required: Vec<&str> =
            schema.get("required").and_then(Value::as_array).into_iter().flatten().filter_map(Value::as_str).collect();
        let Some(properties) = schema.get("properties").and_then(Value::as_object) else { return Ok(Vec::new()) };
        let mut fields = Vec::new();
        for (name, property) in properties {
            let property = property.as_object().ok_or_else(|| format!("`{name}` has no schema"))?;
            let kind = self.kind(property, defs, side).map_err(|error| format!("`{name}`: {error}"))?;
            let absent = !required.contains(&name.as_str());
            let default = absent.then(|| property.get("default").cloned().unwrap_or(Value::Null));
            let may_be_absent = side == Side::Answer && absent;
            let kind = if default == Some(Value::Null) && !matches!(kind, Type::Optional(_)) {
                Type::Optional(Box::new(kind))
            } else {
                kind
            };
            fields.push(Field { name: name.clone(), doc: doc(property), kind, default, may_be_absent });
        }
        Ok(fields)
    }

    fn kind(&mut self, schema: &Map<String, Value>, defs: &Defs, side: Side) -> Result<Type, String> {
        if let Some(name) = schema.get("$ref").and_then(Value::as_str) {
            return self.named(name.trim_start_matches("#/$defs/"), defs, side);
        }
        if schema.get("x-aws") == Some(&Value::Bool(true)) {
            return Ok(Type::Document);
        }
        if let Some(choices) = schema.get("anyOf").and_then(Value::as_array) {
            let mut present = choices.iter().filter(|choice| choice.get("type") != Some(&"null".into()));
            return match (present.next().and_then(Value::as_object), present.next()) {
                (Some(one), None) => Ok(Type::Optional(Box::new(self.kind(one, defs, side)?))),
                _ => Err("a union without a tag; give it the tag `kind`".to_owned()),
            };
        }
        if let Some(word) = schema.get("const").and_then(Value::as_str) {
            return Ok(Type::Constant(word.to_owned()));
        }
        if let Some(words) = words(schema) {
            return Ok(Type::Choice(words.into_iter().map(|word| word.text).collect()));
        }
        match schema.get("type") {
            Some(Value::String(name)) => self.plain(name, schema, defs, side),
            Some(Value::Array(names)) => match names.iter().filter_map(Value::as_str).collect::<Vec<_>>()[..] {
                [name, "null"] => Ok(Type::Optional(Box::new(self.plain(name, schema, defs, side)?))),
                _ => Err("more than one type".to_owned()),
            },
            _ => Err(format!("no type that a face knows: {}", Value::Object(schema.clone()))),
        }
    }

    fn plain(&mut self, name: &str, schema: &Map<String, Value>, defs: &Defs, side: Side) -> Result<Type, String> {
        match name {
            "string" if schema.get("format") == Some(&"date".into()) => Ok(Type::Day),
            "string" => Ok(Type::Text),
            "boolean" => Ok(Type::Flag),
            "integer" => Ok(Type::Integer),
            "number" => Ok(Type::Number),
            "array" => {
                let items = schema.get("items").and_then(Value::as_object).ok_or("a list of nothing known")?;
                Ok(Type::List(Box::new(self.kind(items, defs, side)?)))
            }
            "object" => match schema.get("additionalProperties").and_then(Value::as_object) {
                Some(values) => Ok(Type::Map(Box::new(self.kind(values, defs, side)?))),
                None => Err("an object without a name".to_owned()),
            },
            _ => Err(format!("`{name}` is no type that a face knows")),
        }
    }

    fn named(&mut self, name: &str, defs: &Defs, side: Side) -> Result<Type, String> {
        let schema = defs.get(name).ok_or_else(|| format!("`{name}` has no schema"))?;
        if schema.get("x-aws") == Some(&Value::Bool(true)) {
            return Ok(Type::Document);
        }
        if schema.get("type").is_some_and(|kind| kind != "object" && schema.get("enum").is_none()) {
            return self.kind(schema, defs, side);
        }
        let parameter = schema.get("x-type-parameter").and_then(Value::as_str);
        let face = if parameter.is_some() { name.trim_end_matches(|c: char| c.is_ascii_digit()) } else { name };
        let argument = match parameter {
            Some(field) => {
                let property = schema.get("properties").and_then(|fields| fields.get(field)).and_then(Value::as_object);
                Some(self.kind(property.ok_or("a type parameter that is no field")?, defs, side)?)
            }
            None => None,
        };
        let key = format!("{face}/{}", side == Side::Request);
        if !self.open.contains(&key) {
            self.open.push(key);
            // The place is taken before what the type holds is read, so that a type stands before its parts.
            let place = self.types.iter().position(|item| item.name() == face);
            let at = self.types.len();
            if place.is_none() {
                self.types.push(Item::Words(Words {
                    name: face.to_owned(),
                    doc: String::new(),
                    all: Vec::new(),
                    not_boolean: false,
                }));
            }
            let item = self.item(face, parameter, schema, defs, side).map_err(|error| format!("`{face}`: {error}"))?;
            let at = place.unwrap_or(at);
            let merged = if place.is_some() { merge(&self.types[at], item)? } else { item };
            self.types[at] = merged;
        }
        Ok(match argument {
            Some(argument) => Type::Generic(face.to_owned(), Box::new(argument)),
            None => Type::Named(face.to_owned()),
        })
    }

    fn item(
        &mut self,
        name: &str,
        parameter: Option<&str>,
        schema: &Map<String, Value>,
        defs: &Defs,
        side: Side,
    ) -> Result<Item, String> {
        let doc = doc(schema);
        if let Some(all) = words(schema) {
            let not_boolean = schema.get("x-not-boolean") == Some(&Value::Bool(true));
            return Ok(Item::Words(Words { name: name.to_owned(), doc, all, not_boolean }));
        }
        if let Some(cases) = schema.get("oneOf").and_then(Value::as_array) {
            let cases = cases.iter().map(|case| self.case(name, case, defs, side)).collect::<Result<_, _>>()?;
            return Ok(Item::Union(Union { name: name.to_owned(), doc, cases }));
        }
        let mut object = self.object(name, schema, defs, side)?;
        if let Some(parameter) = parameter {
            object.generic = true;
            object
                .fields
                .iter_mut()
                .filter(|field| field.name == parameter)
                .for_each(|field| field.kind = Type::Parameter);
        }
        if object.style == Style::Ids {
            for field in &object.fields {
                if let Type::Named(options) = field.kind.present()
                    && let Some(Item::Struct(options)) = self.types.iter_mut().find(|item| item.name() == options)
                {
                    options.style = Style::Options;
                }
            }
        }
        Ok(Item::Struct(object))
    }

    fn object(&mut self, name: &str, schema: &Map<String, Value>, defs: &Defs, side: Side) -> Result<Struct, String> {
        Ok(Struct {
            name: name.to_owned(),
            doc: doc(schema),
            fields: self.fields(schema, defs, side)?,
            input: side == Side::Request,
            output: side == Side::Answer,
            generic: false,
            style: if schema.contains_key("x-short-form") { Style::Ids } else { Style::Object },
        })
    }

    /// One case of a union: its fields, and those of the type that it wraps.
    fn case(&mut self, name: &str, schema: &Value, defs: &Defs, side: Side) -> Result<Struct, String> {
        let schema = schema.as_object().ok_or("a case without a schema")?;
        let kind = schema.get("properties").and_then(|fields| fields.get("kind")).and_then(|kind| kind.get("const"));
        let kind = kind.and_then(Value::as_str).ok_or("a union without the tag `kind`")?;
        let mut object = self.object(&format!("{name}{}", upper_first(kind)), schema, defs, side)?;
        if let Some(inner) = reference(&Value::Object(schema.clone())) {
            let inner = defs.get(&inner).ok_or("a case that wraps nothing known")?;
            object.fields.extend(self.fields(inner, defs, side)?);
        }
        Ok(object)
    }
}

/// One type, seen from its requests and from its answers.
fn merge(known: &Item, seen: Item) -> Result<Item, String> {
    let (known, mut seen) = match (known, seen) {
        (Item::Struct(known), Item::Struct(seen)) => (known, seen),
        (known, seen) if *known == seen => return Ok(seen),
        (known, _) => return Err(format!("`{}` is two types", known.name())),
    };
    if known.fields.len() != seen.fields.len() {
        return Err(format!("`{}` is two types", known.name));
    }
    for (mine, theirs) in known.fields.iter().zip(&mut seen.fields) {
        let both = known.output && seen.input || known.input && seen.output;
        if mine.name != theirs.name || mine.kind.present() != theirs.kind.present() {
            return Err(format!("`{}` is two types: see `{}`", known.name, theirs.name));
        }
        if both {
            theirs.may_be_absent |= mine.may_be_absent;
            theirs.default = theirs.default.take().or_else(|| mine.default.clone());
            if theirs.default == Some(Value::Null) && !theirs.may_be_absent {
                return Err(format!("`{}.{}` must be left out when it is nothing", known.name, theirs.name));
            }
        }
    }
    seen.input |= known.input;
    seen.output |= known.output;
    seen.style = known.style;
    Ok(Item::Struct(seen))
}

fn defs(schema: &Value) -> Result<Defs, String> {
    let defs = schema.get("$defs").and_then(Value::as_object).ok_or("no definitions")?;
    Ok(defs.iter().filter_map(|(name, schema)| Some((name.clone(), schema.as_object()?.clone()))).collect())
}

fn reference(schema: &Value) -> Option<String> {
    schema.get("$ref")?.as_str()?.strip_prefix("#/$defs/").map(str::to_owned)
}

/// The words of an enumeration, whether its words have documentation or not.
fn words(schema: &Map<String, Value>) -> Option<Vec<Word>> {
    if let Some(words) = schema.get("enum").and_then(Value::as_array) {
        let word = |word: &Value| Some(Word { text: word.as_str()?.to_owned(), doc: String::new() });
        return words.iter().map(word).collect();
    }
    let mut all = Vec::new();
    for case in schema.get("oneOf")?.as_array()? {
        let case = case.as_object()?;
        match case.get("const").and_then(Value::as_str) {
            Some(text) => all.push(Word { text: text.to_owned(), doc: doc(case) }),
            None => all.extend(words(case)?),
        }
    }
    Some(all)
}

fn doc(schema: &Map<String, Value>) -> String {
    sentences(schema.get("description").and_then(Value::as_str).unwrap_or_default())
}

/// Documentation without its Rust examples, one paragraph a line.
fn sentences(text: &str) -> String {
    let mut paragraphs = vec![String::new()];
    let mut in_example = false;
    for line in text.lines().map(str::trim) {
        if line.starts_with("```") {
            in_example = !in_example;
        } else if line.is_empty() {
            paragraphs.push(String::new());
        } else if !in_example && let Some(last) = paragraphs.last_mut() {
            if !last.is_empty() {
                last.push(' ');
            }
            last.push_str(&line.replace("[`", "`").replace("`]", "`"));
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs.join("\n")
}
