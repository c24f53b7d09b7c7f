//! One statement, two engines: both speak `$1`, so a query is written once. The only file that
//! may hand SQL built at run time to the driver.

/// Runs `query` on the connection of whichever engine `tx` belongs to.
macro_rules! on {
    ($tx:expr, $conn:ident => $query:expr) => {
        match $tx {
            $crate::store::Tx::Sqlite(tx) => {
                let $conn = &mut **tx;
                $query
            }
            $crate::store::Tx::Postgres(tx) => {
                let $conn = &mut **tx;
                $query
            }
        }
    };
}

/// At most one row, as the type the caller asks for.
macro_rules! row {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::sql::on!($tx, conn => {
            sqlx::query_as($sql)$(.bind($value))*.fetch_optional(conn).await
        })
    };
}

/// All rows of a fixed statement.
macro_rules! rows {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::sql::on!($tx, conn => {
            sqlx::query_as($sql)$(.bind($value))*.fetch_all(conn).await
        })
    };
}

/// How many rows the statement touched.
macro_rules! execute {
    ($tx:expr, $sql:expr $(, $value:expr)* $(,)?) => {
        $crate::store::sql::on!($tx, conn => {
            sqlx::query($sql)$(.bind($value))*.execute(conn).await.map(|done| done.rows_affected())
        })
    };
}

/// All rows of a statement whose conditions were gathered at run time.
macro_rules! rows_where {
    ($tx:expr, $sql:expr, $values:expr) => {
        $crate::store::sql::on!($tx, conn => {
            let mut query = sqlx::query_as(sqlx::AssertSqlSafe($sql));
            for value in $values {
                query = match value {
                    $crate::store::sql::Value::Text(text) => query.bind(text),
                    $crate::store::sql::Value::Int(number) => query.bind(number),
                    $crate::store::sql::Value::Real(number) => query.bind(number),
                };
            }
            query.fetch_all(conn).await
        })
    };
}

/// Runs a statement whose text was put together at run time.
macro_rules! execute_where {
    ($tx:expr, $sql:expr, $values:expr) => {
        $crate::store::sql::on!($tx, conn => {
            let mut query = sqlx::query(sqlx::AssertSqlSafe($sql));
            for value in $values {
                query = match value {
                    $crate::store::sql::Value::Text(text) => query.bind(text),
                    $crate::store::sql::Value::Int(number) => query.bind(number),
                    $crate::store::sql::Value::Real(number) => query.bind(number),
                };
            }
            query.execute(conn).await.map(|done| done.rows_affected())
        })
    };
}

pub(super) use {execute, execute_where, on, row, rows, rows_where};

/// A value bound to a statement that is put together at run time.
#[derive(Clone, Debug)]
pub(super) enum Value {
    Text(String),
    Int(i64),
    Real(f64),
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::from(text.to_owned())
    }
}

impl From<String> for Value {
    /// PostgreSQL takes no NUL in a text. Nothing we store holds one, so what is looked up with
    /// one is not found, and what arrives with one does not spoil the rows beside it.
    fn from(text: String) -> Self {
        Value::Text(if text.contains('\0') { text.replace('\0', "\u{FFFD}") } else { text })
    }
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Int(number)
    }
}

/// Conditions of a WHERE clause, gathered with the values they bind.
#[derive(Clone, Default)]
pub(super) struct Conditions {
    clauses: Vec<String>,
    pub(super) values: Vec<Value>,
}

impl Conditions {
    /// The placeholder of a newly bound value: `$1`, `$2` …
    pub(super) fn bind(&mut self, value: impl Into<Value>) -> String {
        self.values.push(value.into());
        format!("${}", self.values.len())
    }

    /// The placeholders of several values, with commas, for `IN (…)`.
    pub(super) fn bind_all<V: Into<Value>>(
        &mut self,
        values: impl IntoIterator<Item = V>,
    ) -> String {
        values.into_iter().map(|value| self.bind(value)).collect::<Vec<_>>().join(", ")
    }

    pub(super) fn and(&mut self, clause: String) {
        self.clauses.push(clause);
    }

    /// ` AND a AND b`, to stand behind a first condition.
    pub(super) fn to_sql(&self) -> String {
        self.clauses.iter().map(|clause| format!(" AND {clause}")).collect()
    }
}

/// `($1, $2), ($3, $4)`: the rows of a multi-row INSERT.
pub(super) fn placeholders(rows: usize, columns: usize) -> String {
    let row = |at: usize| {
        let cells = (1..=columns).map(|column| format!("${}", at * columns + column));
        format!("({})", cells.collect::<Vec<_>>().join(", "))
    };
    (0..rows).map(row).collect::<Vec<_>>().join(", ")
}
