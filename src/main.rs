//! The program: everything is in the library, everything a person can ask of it in its `cli`.

fn main() -> std::process::ExitCode {
    kontor::cli::main()
}
