//! The databases of the demo on a PostgreSQL server, where one is given.

use super::{DemoError, Voice, corpus::Network};
use std::io;

use crate::store::databases::{self, Place};

/// One database for each network, named after it.
pub(super) struct Databases {
    server: String,
    /// Those that this demo has made.
    made: Vec<String>,
}

impl Databases {
    /// # Errors
    /// When `server` is no address of a PostgreSQL server.
    pub fn new(server: String) -> Result<Self, DemoError> {
        if ["postgres://", "postgresql://"].iter().all(|start| !server.starts_with(start)) {
            return Err(DemoError::Start(
                "--database wants postgres://USER:PASSWORD@HOST/NAME, of a user who may make \
                 databases; the demo makes its own beside NAME"
                    .into(),
            ));
        }
        Ok(Databases { server, made: Vec::new() })
    }

    /// The address of the network's database.
    ///
    /// # Errors
    /// When the server's address cannot be read.
    pub fn address(&self, network: &Network) -> Result<String, DemoError> {
        databases::address(&self.server, &name(network))
            .ok_or_else(|| DemoError::Start("--database is no URL".into()))
    }

    /// Makes the network's database for a new instance.
    ///
    /// # Errors
    /// When the server does not let us, or when a database of that name is in use.
    pub async fn make(&mut self, network: &Network) -> Result<String, DemoError> {
        let name = name(network);
        match databases::make(&self.server, &name).await {
            Ok(Place::Made) => self.made.push(name),
            Ok(Place::Empty) => {}
            Ok(Place::Taken) => {
                return Err(DemoError::Start(format!(
                    "the database {name} is there and not empty; go on with the --dir it was made \
                     with, or drop it: DROP DATABASE {name};"
                )));
            }
            Err(error) => {
                return Err(DemoError::Start(format!("{name} cannot be made: {error}")));
            }
        }
        self.address(network)
    }

    /// Drops what was made, after a demo that keeps nothing; what stays is named.
    ///
    /// # Errors
    /// When the output is closed.
    pub async fn drop_made(self, voice: &mut Voice<'_>) -> io::Result<()> {
        for name in self.made {
            if let Err(error) = databases::drop(&self.server, &name).await {
                voice.say(&format!("the database {name} stays: {error}"))?;
            }
        }
        Ok(())
    }
}

fn name(network: &Network) -> String {
    format!("kontor_demo_{}", network.slug)
}
