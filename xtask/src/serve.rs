//! `cargo xtask serve`: the page on this machine, rebuilt when a source changes.
use std::env;
use std::net::{Ipv4Addr, TcpListener, TcpStream};
use std::process::{Child, Command};
use std::thread;
use std::time::Duration;

use crate::failure::{Failure, Outcome, fail};
use crate::{page, rust_tools, setup, sys};

/// The command behind `serve` that prints the address; not for people.
pub(crate) const ANNOUNCE: &str = "announce";

const FIRST_PORT: u16 = 8080;
/// What makes no new page when it changes. Trunk watches the whole folder rather
/// than single files, which it would lose when an editor saves by renaming.
const IGNORED: [&str; 7] = ["cli", "dist", "docs", "target", "tests", "xtask", ".trunk"];

/// Serves until it is stopped.
pub(crate) fn serve(arguments: &[String]) -> Outcome {
    let wish = Wish::read(arguments)?;
    let port = wish.free_port()?;
    setup::ensure(setup::PAGE)?;
    rust_tools::fetch()?;

    let mut trunk = page::trunk("serve")?;
    trunk.args(["--cargo-profile", "serve", "--public-url", "/"]);
    trunk.args(["--address", "127.0.0.1", "--port", &port.to_string()]);
    trunk.arg("--disable-address-lookup");
    trunk.arg("--dist").arg(sys::root().join("target/serve"));
    for path in IGNORED.map(|name| sys::root().join(name)) {
        if path.exists() {
            trunk.arg("--ignore").arg(path);
        }
    }
    if wish.open {
        trunk.arg("--open");
    }
    println!("Building the page: the first time this takes a minute or two.");
    let mut announcer = announcer(port)?;
    let outcome = become_server(&mut trunk);
    // Only reached when there is no server whose address could be told.
    let _ = announcer.kill();
    outcome
}

/// A process that prints the address once the page answers there.
fn announcer(port: u16) -> Outcome<Child> {
    env::current_exe()
        .and_then(|own| {
            Command::new(own)
                .args([ANNOUNCE, &port.to_string()])
                .spawn()
        })
        .map_err(|error| Failure::new(format!("xtask cannot start itself: {error}.")))
}

/// Waits for the page of the process that started this one, and tells its address.
pub(crate) fn announce(arguments: &[String]) -> Outcome {
    let port = arguments.first().and_then(|text| text.parse().ok());
    let Some(port) = port else {
        return fail("announce needs a port.");
    };
    let server = parent();
    while parent() == server {
        if TcpStream::connect((Ipv4Addr::LOCALHOST, port)).is_ok() {
            println!("\nThe page is at http://127.0.0.1:{port}/  (stop with Ctrl-C)\n");
            break;
        }
        thread::sleep(Duration::from_millis(200));
    }
    Ok(())
}

/// Trunk takes this process's place, so that whoever stops this stops the server.
#[cfg(unix)]
fn become_server(trunk: &mut Command) -> Outcome {
    let error = std::os::unix::process::CommandExt::exec(trunk);
    fail(format!("trunk could not start: {error}."))
}

#[cfg(not(unix))]
fn become_server(trunk: &mut Command) -> Outcome {
    sys::run(trunk, "serving the page")
}

#[cfg(unix)]
fn parent() -> u32 {
    std::os::unix::process::parent_id()
}

#[cfg(not(unix))]
fn parent() -> u32 {
    0
}

/// What the person asked for.
#[derive(Debug, Default, PartialEq, Eq)]
struct Wish {
    port: Option<u16>,
    open: bool,
}

impl Wish {
    fn read(arguments: &[String]) -> Outcome<Self> {
        let mut wish = Self::default();
        let mut rest = arguments.iter();
        while let Some(argument) = rest.next() {
            match argument.as_str() {
                "--open" => wish.open = true,
                "--port" => match rest.next().and_then(|text| text.parse().ok()) {
                    Some(port) if port > 0 => wish.port = Some(port),
                    _ => return fail("--port needs a number from 1 to 65535."),
                },
                other => {
                    return fail(format!(
                        "serve does not know `{other}`; it takes --port N and --open."
                    ));
                }
            }
        }
        Ok(wish)
    }

    /// The port that was asked for, if it is free; else the first free one.
    fn free_port(&self) -> Outcome<u16> {
        let is_free = |port: &u16| TcpListener::bind((Ipv4Addr::LOCALHOST, *port)).is_ok();
        match self.port {
            Some(port) if is_free(&port) => Ok(port),
            Some(port) => fail(format!("Port {port} is taken; choose another with --port.")),
            None => match (FIRST_PORT..FIRST_PORT + 100).find(is_free) {
                Some(port) => Ok(port),
                None => fail("No port from 8080 on is free; choose one with --port."),
            },
        }
    }
}

#[cfg(test)]
mod tests {
    use super::Wish;

    fn read(words: &str) -> Result<Wish, String> {
        let words: Vec<String> = words.split_whitespace().map(str::to_owned).collect();
        Wish::read(&words).map_err(|failure| failure.to_string())
    }

    #[test]
    fn reads_port_and_open() {
        let open_on_9000 = Wish {
            port: Some(9000),
            open: true,
        };
        assert_eq!(read("--open --port 9000"), Ok(open_on_9000));
        assert_eq!(read(""), Ok(Wish::default()));
    }

    #[test]
    fn refuses_what_it_does_not_know() {
        assert!(read("--port").is_err_and(|text| text.contains("1 to 65535")));
        assert!(read("--port 0").is_err());
        assert!(read("--public").is_err_and(|text| text.contains("`--public`")));
    }
}
