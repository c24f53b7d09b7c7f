// A mail server of another make (smtp-server of Nodemailer). Told by one JSON argument how it is; says
// its port, and then what reaches it, one JSON object a line. It ends with its standard input.
import { readFileSync } from "node:fs";
import { SMTPServer } from "smtp-server";

const told = JSON.parse(process.argv[2]);
const say = (what) => process.stdout.write(`${JSON.stringify(what)}\n`);

const server = new SMTPServer({
  secure: told.tls === "whole",
  hideSTARTTLS: told.tls === "none",
  disabledCommands: told.tls === "none" ? ["STARTTLS"] : [],
  key: readFileSync(told.key),
  cert: readFileSync(told.cert),
  authMethods: told.methods ?? ["PLAIN", "LOGIN"],
  authOptional: !told.password,
  allowInsecureAuth: true,
  disableReverseLookup: true,
  logger: false,
  onAuth(auth, session, done) {
    const fits = auth.username === told.user && auth.password === told.password;
    say({ auth: auth.method, secure: session.secure, fits });
    if (fits) return done(null, { user: auth.username });
    done(Object.assign(new Error("no such user, or another password"), { responseCode: 535 }));
  },
  onData(stream, session, done) {
    const parts = [];
    stream.on("data", (part) => parts.push(part));
    stream.on("end", () => {
      const from = session.envelope.mailFrom.address;
      const to = session.envelope.rcptTo.map((one) => one.address);
      const raw = Buffer.concat(parts).toString("latin1");
      say({ from, to, raw, secure: session.secure, user: session.user ?? null });
      done();
    });
  },
});
server.on("error", (error) => say({ error: String(error) }));
server.listen(0, "127.0.0.1", () => say({ port: server.server.address().port }));
process.stdin.on("end", () => process.exit(0)).resume();
