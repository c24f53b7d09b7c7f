//! Requests over kept-alive connections, as fast as they are answered.

use std::{
    collections::BTreeMap,
    net::SocketAddr,
    sync::{
        Arc,
        atomic::{AtomicUsize, Ordering},
    },
    time::{Duration, Instant},
};

use tokio::{
    io::{AsyncReadExt as _, AsyncWriteExt as _},
    net::TcpStream,
    task::JoinSet,
    time::sleep_until,
};
use tokio_util::sync::CancellationToken;

use super::{BenchError, Result};

/// The last chunk of a body in chunks.
const END: &[u8] = b"0\r\n\r\n";

/// What the requests met.
pub struct Loaded {
    pub began: Instant,
    pub took: Duration,
    pub times: Vec<Duration>,
    /// How often each status was answered.
    pub statuses: BTreeMap<u16, usize>,
    /// Bytes of the last body.
    pub bytes: usize,
}

/// An answer: its head in small letters, and its body as it came.
pub struct Answer {
    pub status: u16,
    pub head: String,
    pub body: Vec<u8>,
    /// Of the body; of one in chunks with their lengths.
    pub bytes: usize,
}

impl Answer {
    /// A line of the head.
    pub fn line(&self, name: &str) -> Option<&str> {
        self.head.lines().find_map(|line| line.strip_prefix(name)?.strip_prefix(": "))
    }
}

/// A long answer that was read and thrown away.
pub struct Streamed {
    /// To the first byte of its body, and to its last.
    pub first: Duration,
    pub took: Duration,
    pub bytes: usize,
}

/// Sends each request once, over `connections`.
pub async fn send(
    address: SocketAddr,
    connections: usize,
    requests: Arc<Vec<Vec<u8>>>,
) -> Result<Loaded> {
    let next = Arc::new(AtomicUsize::new(0));
    let began = Instant::now();
    let mut tasks = JoinSet::new();
    for _ in 0..connections {
        let (requests, next) = (requests.clone(), next.clone());
        tasks.spawn(async move {
            let mut stream = TcpStream::connect(address).await?;
            stream.set_nodelay(true)?;
            let mut met = Vec::new();
            while let Some(request) = requests.get(next.fetch_add(1, Ordering::Relaxed)) {
                let one = Instant::now();
                stream.write_all(request).await?;
                let answer = read(&mut stream).await?;
                met.push((one.elapsed(), answer.status, answer.bytes));
            }
            Ok::<_, BenchError>(met)
        });
    }
    let mut loaded = Loaded {
        began,
        took: Duration::ZERO,
        times: Vec::with_capacity(requests.len()),
        statuses: BTreeMap::new(),
        bytes: 0,
    };
    while let Some(met) = tasks.join_next().await {
        let met = met.map_err(|error| BenchError::Odd(error.to_string()))??;
        for (time, status, bytes) in met {
            loaded.times.push(time);
            *loaded.statuses.entry(status).or_default() += 1;
            loaded.bytes = bytes;
        }
    }
    loaded.took = began.elapsed();
    Ok(loaded)
}

/// Asks for each in turn, one every `every` over one connection, until `stop`: as readers come,
/// whether or not the server is quick. Each time runs from when the request was due.
pub async fn paced(
    address: SocketAddr,
    requests: &[Vec<u8>],
    every: Duration,
    stop: &CancellationToken,
) -> Result<Vec<Duration>> {
    let mut stream = TcpStream::connect(address).await?;
    stream.set_nodelay(true)?;
    let mut times = Vec::new();
    let began = Instant::now();
    for (at, request) in requests.iter().cycle().enumerate() {
        let due = began + every * at as u32;
        tokio::select! {
            () = stop.cancelled() => break,
            () = sleep_until(due.into()) => {}
        }
        stream.write_all(request).await?;
        let answer = read(&mut stream).await?;
        if answer.status != 200 {
            return Err(BenchError::Odd(format!("a page was answered with {}", answer.status)));
        }
        times.push(due.elapsed());
    }
    Ok(times)
}

/// One request on a connection of its own.
pub async fn ask(address: SocketAddr, request: &[u8]) -> Result<Answer> {
    let mut stream = TcpStream::connect(address).await?;
    stream.write_all(request).await?;
    read(&mut stream).await
}

/// Reads one answer: by its length, or in chunks to the empty one.
async fn read(stream: &mut TcpStream) -> Result<Answer> {
    let mut read = Vec::with_capacity(16_384);
    let head_end = loop {
        if let Some(at) = read.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break at + 4;
        }
        more(stream, &mut read).await?;
    };
    let head = String::from_utf8_lossy(&read[..head_end]).to_ascii_lowercase();
    let status = head.get(9..12).and_then(|status| status.parse().ok()).unwrap_or(0);
    let length = head
        .lines()
        .find_map(|line| line.strip_prefix("content-length: "))
        .and_then(|length| length.trim().parse::<usize>().ok());
    let bytes = if let Some(length) = length {
        while read.len() < head_end + length {
            more(stream, &mut read).await?;
        }
        length
    } else if head.contains("transfer-encoding: chunked") {
        while !read.ends_with(END) {
            more(stream, &mut read).await?;
        }
        read.len() - head_end
    } else {
        0
    };
    let body = read.split_off(head_end);
    Ok(Answer { status, head, body, bytes })
}

/// One request whose answer is as long as it likes; it ends with its connection.
pub async fn stream(address: SocketAddr, request: &[u8]) -> Result<Streamed> {
    let mut stream = TcpStream::connect(address).await?;
    let began = Instant::now();
    stream.write_all(request).await?;
    let mut piece = Vec::with_capacity(1 << 16);
    let head = loop {
        if let Some(at) = piece.windows(4).position(|bytes| bytes == b"\r\n\r\n") {
            break at + 4;
        }
        more(&mut stream, &mut piece).await?;
    };
    if !piece.starts_with(b"HTTP/1.1 200") {
        return Err(BenchError::Odd("a file was refused".into()));
    }
    if piece.len() == head {
        more(&mut stream, &mut piece).await?;
    }
    let first = began.elapsed();
    let mut bytes = piece.len() - head;
    // A file that was cut short does not end with the empty chunk.
    let mut end = piece.split_off(piece.len().saturating_sub(END.len()).max(head));
    loop {
        piece.clear();
        match stream.read_buf(&mut piece).await? {
            0 => break,
            read => bytes += read,
        }
        end.extend_from_slice(&piece[piece.len().saturating_sub(END.len())..]);
        end.drain(..end.len().saturating_sub(END.len()));
    }
    match end == END {
        true => Ok(Streamed { first, took: began.elapsed(), bytes }),
        false => Err(BenchError::Odd("a file was cut short".into())),
    }
}

async fn more(stream: &mut TcpStream, read: &mut Vec<u8>) -> Result<()> {
    match stream.read_buf(read).await? {
        0 => Err(BenchError::Odd("the server closed a connection".into())),
        _ => Ok(()),
    }
}

impl Loaded {
    /// Refuses a measurement in which something else than `status` was answered.
    pub fn all(self, status: u16) -> Result<Self> {
        match self.statuses.keys().all(|met| *met == status) {
            true => Ok(self),
            false => Err(BenchError::Odd(format!("answered: {:?}", self.statuses))),
        }
    }
}
