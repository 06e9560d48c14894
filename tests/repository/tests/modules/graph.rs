//! The modules of a crate and which of them use which, as its sources say.
//!
//! Read from tokens and not from text, so that comments and strings count for nothing and paths in macros
//! count too. What is compiled for tests alone is left out.

use proc_macro2::{Delimiter, TokenStream, TokenTree};
use std::collections::{BTreeMap, BTreeSet};
use std::fs;
use std::path::Path;

/// The path of a module within its crate; the crate's root is empty.
type Name = Vec<String>;

/// A crate's modules.
#[derive(Default)]
pub(crate) struct Graph {
    /// The modules in each module, in the order of their `mod` lines.
    children: BTreeMap<Name, Vec<String>>,
    /// Every path that starts at the crate's root, by the module it is written in.
    paths: Vec<(Name, Name)>,
}

/// A use of one module by another of the same parent, or by something within it.
#[derive(Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Arrow {
    parent: Name,
    from: String,
    to: String,
}

impl std::fmt::Display for Arrow {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let full = |name: &str| {
            [self.parent.as_slice(), &[name.to_owned()]]
                .concat()
                .join("::")
        };
        write!(f, "{} -> {}", full(&self.from), full(&self.to))
    }
}

impl Graph {
    /// Reads a crate from its `lib.rs` or `main.rs`.
    pub(crate) fn read(root: &Path) -> Self {
        let mut graph = Self::default();
        let folder = root.parent().expect("a file is in a folder");
        graph.file(&Vec::new(), root, folder);
        graph
    }

    fn file(&mut self, name: &Name, file: &Path, folder: &Path) {
        let text =
            fs::read_to_string(file).unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        let tokens = text
            .parse()
            .unwrap_or_else(|error| panic!("{}: {error}", file.display()));
        self.module(name, tokens, folder);
    }

    /// Reads what a module holds. The files of the modules within it are in `folder`.
    fn module(&mut self, name: &Name, tokens: TokenStream, folder: &Path) {
        self.children.entry(name.clone()).or_default();
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        let mut rest = tokens.as_slice();
        while let Some((first, after)) = rest.split_first() {
            rest = match (first, after) {
                (TokenTree::Punct(sign), [TokenTree::Group(attribute), item @ ..])
                    if sign.as_char() == '#' && attribute.stream().to_string() == "cfg (test)" =>
                {
                    after_item(item)
                }
                (TokenTree::Ident(word), [TokenTree::Ident(child), body, after @ ..])
                    if *word == "mod" =>
                {
                    self.child(name, &child.to_string(), body, folder);
                    after
                }
                _ => after,
            };
            if !std::ptr::eq(rest, after) {
                continue;
            }
            let position = tokens.len() - after.len() - 1;
            self.path(name, &tokens[position..]);
            if let TokenTree::Group(group) = first {
                self.paths_in(name, group.stream());
            }
        }
    }

    fn child(&mut self, parent: &Name, child: &str, body: &TokenTree, folder: &Path) {
        self.children
            .entry(parent.clone())
            .or_default()
            .push(child.to_owned());
        let name = [parent.as_slice(), &[child.to_owned()]].concat();
        let inner = folder.join(child);
        match body {
            TokenTree::Group(group) => self.module(&name, group.stream(), &inner),
            _ if inner.join("mod.rs").exists() => self.file(&name, &inner.join("mod.rs"), &inner),
            _ => self.file(&name, &inner.with_extension("rs"), &inner),
        }
    }

    fn paths_in(&mut self, name: &Name, tokens: TokenStream) {
        let tokens: Vec<TokenTree> = tokens.into_iter().collect();
        for position in 0..tokens.len() {
            self.path(name, &tokens[position..]);
            if let TokenTree::Group(group) = &tokens[position] {
                self.paths_in(name, group.stream());
            }
        }
    }

    /// Notes the path these tokens begin with, if it begins at the crate's root or at a parent.
    fn path(&mut self, name: &Name, tokens: &[TokenTree]) {
        let Some((TokenTree::Ident(first), rest)) = tokens.split_first() else {
            return;
        };
        if *first == "crate" {
            self.follow(name, Vec::new(), rest);
        } else if *first == "super" && !name.is_empty() {
            self.follow(name, name[..name.len() - 1].to_vec(), rest);
        }
    }

    fn follow(&mut self, name: &Name, so_far: Name, tokens: &[TokenTree]) {
        match tokens {
            [
                TokenTree::Punct(one),
                TokenTree::Punct(two),
                next,
                rest @ ..,
            ] if one.as_char() == ':' && two.as_char() == ':' => match next {
                TokenTree::Ident(word) if *word == "super" => {
                    let up = so_far.len().saturating_sub(1);
                    self.follow(name, so_far[..up].to_vec(), rest);
                }
                TokenTree::Ident(word) => {
                    self.follow(name, [so_far, vec![word.to_string()]].concat(), rest);
                }
                TokenTree::Group(group) if group.delimiter() == Delimiter::Brace => {
                    let inner: Vec<TokenTree> = group.stream().into_iter().collect();
                    for branch in inner.split(|token| is_punct(token, ',')) {
                        if let Some((TokenTree::Ident(word), rest)) = branch.split_first() {
                            let longer = [so_far.clone(), vec![word.to_string()]].concat();
                            self.follow(name, longer, rest);
                        }
                    }
                }
                _ => self.paths.push((name.clone(), so_far)),
            },
            _ => self.paths.push((name.clone(), so_far)),
        }
    }

    /// Every use of one module by another, told of the two that have the same parent.
    pub(crate) fn arrows(&self) -> BTreeSet<Arrow> {
        let mut arrows = BTreeSet::new();
        for (from, path) in &self.paths {
            let to = (0..=path.len())
                .rev()
                .map(|end| &path[..end])
                .find(|name| self.children.contains_key(*name))
                .unwrap_or_default();
            let shared = from
                .iter()
                .zip(to)
                .take_while(|(one, other)| one == other)
                .count();
            if let (Some(from), Some(to)) = (from.get(shared), to.get(shared)) {
                arrows.insert(Arrow {
                    parent: path[..shared].to_vec(),
                    from: from.clone(),
                    to: to.clone(),
                });
            }
        }
        arrows
    }

    /// Those that lead from a module to one whose `mod` line comes later.
    pub(crate) fn backwards(&self) -> Vec<Arrow> {
        let place = |parent: &Name, child: &str| {
            self.children[parent].iter().position(|name| name == child)
        };
        let arrows = self.arrows().into_iter();
        arrows
            .filter(|arrow| place(&arrow.parent, &arrow.to) > place(&arrow.parent, &arrow.from))
            .collect()
    }

    /// Groups of modules that use each other in a circle, each by its full name.
    pub(crate) fn circles(&self) -> BTreeSet<BTreeSet<String>> {
        let mut uses: BTreeMap<Name, BTreeSet<Name>> = BTreeMap::new();
        for arrow in self.arrows() {
            let full = |name: &str| [arrow.parent.as_slice(), &[name.to_owned()]].concat();
            uses.entry(full(&arrow.from))
                .or_default()
                .insert(full(&arrow.to));
        }
        let reach: BTreeMap<&Name, BTreeSet<&Name>> = uses
            .keys()
            .map(|name| (name, reachable(&uses, name)))
            .collect();
        reach
            .iter()
            .filter(|(name, reached)| reached.contains(*name))
            .map(|(name, reached)| {
                let members = reached
                    .iter()
                    .filter(|other| reach.get(*other).is_some_and(|back| back.contains(name)));
                members.map(|name| name.join("::")).collect()
            })
            .collect()
    }
}

fn reachable<'a>(uses: &'a BTreeMap<Name, BTreeSet<Name>>, from: &Name) -> BTreeSet<&'a Name> {
    let mut reached = BTreeSet::new();
    let mut left: Vec<&Name> = uses.get(from).into_iter().flatten().collect();
    while let Some(name) = left.pop() {
        if reached.insert(name) {
            left.extend(uses.get(name).into_iter().flatten());
        }
    }
    reached
}

/// What comes after the item these tokens begin with.
fn after_item(tokens: &[TokenTree]) -> &[TokenTree] {
    let end = tokens.iter().position(|token| {
        let is_body =
            matches!(token, TokenTree::Group(group) if group.delimiter() == Delimiter::Brace);
        is_body || is_punct(token, ';')
    });
    end.map_or(&[], |end| &tokens[end + 1..])
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}
