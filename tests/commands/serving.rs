//! The server as a process: what it says, commands beside it, and the demo.

use std::{
    io::{BufRead, BufReader, Read},
    net::TcpListener,
    path::Path,
    process::{Child, ChildStdout, Stdio},
    thread,
    time::{Duration, Instant},
};

use crate::harness::{
    Instance, Said, databases_of_a_demo, fixture, on_both_engines, postgres, program,
};

on_both_engines!(
    a_first_start_says_where_it_is_and_what_to_do_next,
    two_instances_follow_each_other_and_hear_of_every_change,
    the_demo_converges_and_ends,
);

/// A port that was free a moment ago.
fn free_port() -> u16 {
    TcpListener::bind("127.0.0.1:0").unwrap().local_addr().unwrap().port()
}

/// `kontor serve`, ended by closing its standard input.
struct Server {
    child: Child,
    stdout: BufReader<ChildStdout>,
    said: String,
}

impl Server {
    /// Starts it and waits until it says that it runs.
    fn start(instance: &Instance, port: u16) -> Self {
        let port = port.to_string();
        let mut command = instance.command(&["serve", "--port", &port, "--stop-with-stdin"]);
        command.stdin(Stdio::piped()).stdout(Stdio::piped()).stderr(Stdio::null());
        let mut child = command.spawn().unwrap();
        let mut stdout = BufReader::new(child.stdout.take().unwrap());
        let mut said = String::new();
        while !said.contains("Ctrl-C ends it") {
            assert!(stdout.read_line(&mut said).unwrap() > 0, "it ended after saying:\n{said}");
        }
        Server { child, stdout, said }
    }

    /// Asks it to end, and waits for that.
    fn stop(mut self) -> bool {
        drop(self.child.stdin.take());
        let mut rest = String::new();
        self.stdout.read_to_string(&mut rest).unwrap();
        self.child.wait().unwrap().success()
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        // Ended already, unless the test failed.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

fn a_first_start_says_where_it_is_and_what_to_do_next() {
    let (instance, port) = (Instance::new(), free_port());
    let server = Server::start(&instance, port);
    let kept = if instance.is_on_postgres() { "database.url" } else { "kontor.sqlite" };
    for words in [
        format!("http://localhost:{port}/"),
        format!("@network@localhost:{port}"),
        kept.into(),
        "first start".into(),
        " token ".into(),
        " import ".into(),
    ] {
        assert!(server.said.contains(&words), "{words:?} is missing:\n{}", server.said);
    }
    instance.run(&["health", "--port", &port.to_string()]).is(0);
    // Beside a running server, without naming its port again.
    instance.run(&["import", "--quiet", &fixture("cases.jsonl")]).is(0);
    let said = instance.run(&["case", "show", "bogota-ciclovia"]).is(0);
    assert!(said.out.contains(&format!("http://localhost:{port}/cases/bogota-ciclovia")));
    assert!(server.stop(), "it ends in peace");
    instance.run(&["health", "--port", &port.to_string()]).is(1);
    let server = Server::start(&instance, port);
    assert!(!server.said.contains("first start"), "{}", server.said);
    assert!(server.stop());
}

fn two_instances_follow_each_other_and_hear_of_every_change() {
    let (one, other) = (Instance::new(), Instance::new());
    let (port, other_port) = (free_port(), free_port());
    let servers = [Server::start(&one, port), Server::start(&other, other_port)];
    one.run(&["import", "--quiet", &fixture("cases.jsonl")]).is(0);
    let host = format!("localhost:{port}");
    let said = other.run(&["follow", &host, "--wait", "--timeout", "60"]).is(0);
    assert!(said.out.contains("their catalogue is read"), "{}", said.out);
    // What was imported a moment ago may still be on its way as a delivery.
    let began = Instant::now();
    let peers = loop {
        let peers = other.run(&["peers"]).is(0);
        let complete = peers.lines(&[&host, "trusted", "40"]).len() == 1;
        if complete || began.elapsed() > Duration::from_secs(20) {
            break peers;
        }
        thread::sleep(Duration::from_millis(200));
    };
    assert_eq!(peers.lines(&[&host, "trusted", "40"]).len(), 1, "{}", peers.out);

    let page = format!("bogota-ciclovia@{host}");
    let mut case: serde_json::Value =
        serde_json::from_str(&one.run(&["case", "show", "bogota-ciclovia", "--json"]).is(0).out)
            .unwrap();
    case["title"] = serde_json::json!("A title from the other side");
    one.run_with(&["case", "update", "-"], case.to_string().as_bytes()).is(0);
    until("the change arrives", || {
        other.run(&["case", "show", &page]).out.contains("A title from the other side")
    });
    one.run(&["case", "withdraw", "bogota-ciclovia", "--reason", "a test"]).is(0);
    until("the case is gone", || other.run(&["case", "show", &page]).code == 1);
    let lanes = one.run(&["deliveries"]).is(0);
    assert_eq!(lanes.lines(&[&format!("localhost:{other_port}"), "open"]).len(), 1);

    other.run(&["unfollow", &host]).is(0);
    let said = other.run(&["following"]).is(0);
    assert_eq!(said.lines(&[&host, "ended"]).len(), 1, "{}", said.out);
    for server in servers {
        assert!(server.stop());
    }
}

/// Looks again until it is so; half a minute is for slow machines.
fn until(what: &str, mut so: impl FnMut() -> bool) {
    let began = std::time::Instant::now();
    while !so() {
        assert!(began.elapsed().as_secs() < 30, "not within 30 s: {what}");
    }
}

fn the_demo_converges_and_ends() {
    let folder = tempfile::tempdir().unwrap();
    let ports = [free_port(), free_port(), free_port()].map(|port| port.to_string()).join(",");
    let demo = |dir: &Path| {
        let mut command = program();
        command.args(["demo", "--once", "--ports", &ports, "--dir"]).arg(dir);
        if let Some(server) = postgres() {
            command.args(["--database", &server]);
        }
        Said::from(command.output().unwrap())
    };
    let said = demo(&folder.path().join("one")).is(0);
    let _made = databases_of_a_demo();
    assert_eq!(said.lines(&["every common feed holds all 40 cases"]).len(), 1, "{}", said.out);
    assert_eq!(said.lines(&["all instances have ended"]).len(), 1, "{}", said.out);
    if postgres().is_none() {
        return;
    }
    let said = demo(&folder.path().join("another")).is(2);
    assert!(said.err.contains("kontor_demo_metropolis is there and not empty"), "{}", said.err);
    let said = demo(&folder.path().join("one")).is(0);
    assert_eq!(said.lines(&["every common feed holds all 40 cases"]).len(), 1, "{}", said.out);
}
