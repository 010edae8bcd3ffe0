//! `cargo xtask shots [SLUGS...]`: the guide's pictures, taken of the real Memory tab.

mod album;
mod scene;

use std::collections::BTreeSet;
use std::process::ExitCode;

use album::Album;
use leak_lab_tests::cards;

#[tokio::main]
async fn main() -> ExitCode {
    let names: BTreeSet<String> = std::env::args().skip(1).collect();
    let Some(folder) = std::env::var_os("LEAK_LAB_SHOTS") else {
        eprintln!("LEAK_LAB_SHOTS names no folder: `cargo xtask shots` does");
        return ExitCode::FAILURE;
    };
    let cards = cards();
    let pictured = |slug: &String| {
        let card = cards.iter().find(|card| card.slug == *slug);
        card.is_some_and(|card| scene::views(card).next().is_some())
    };
    if let Some(name) = names.iter().find(|name| !pictured(name)) {
        eprintln!(
            "there is no scenario “{name}” whose guide has pictures: name some as the README's table does, or none for all"
        );
        return ExitCode::FAILURE;
    }
    let mut album = Album::open(folder.into());
    album.keep(pictured);
    for card in cards.iter().filter(|card| pictured(&card.slug)) {
        if names.is_empty() || names.contains(&card.slug) {
            println!("{}", card.slug);
            let taken = scene::take(card).await;
            album.put(&card.slug, taken);
        }
    }
    ExitCode::SUCCESS
}
