//! Asks the organisation's OpenID Connect provider who somebody is, and believes what it signed for us,
//! for now, and for this very sign-in.

use super::fetch::{Client, FetchConfig, FetchError, exchange::Exchange};
use crate::{
    clock::Clock,
    config::Oidc,
    domain::{
        email::Email,
        organisation::{Errand, Trouble, Vouched},
        text::{clean_line, shorten},
    },
    state::{State, Vouch},
};
use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use chrono::DateTime;
use futures_util::future::BoxFuture;
use openidconnect::{
    AccessToken, AsyncHttpClient, AuthType, AuthenticationFlow, AuthorizationCode,
    ClaimsVerificationError, ClientId, ClientSecret, CsrfToken, EndpointMaybeSet, EndpointNotSet,
    EndpointSet, HttpRequest, HttpResponse, IssuerUrl, Nonce, OAuth2TokenResponse as _,
    PkceCodeChallenge, PkceCodeVerifier, RedirectUrl, RequestTokenError, Scope, TokenResponse as _,
    core::{
        CoreClient, CoreClientAuthMethod, CoreIdToken, CoreJwsSigningAlgorithm,
        CoreProviderMetadata, CoreResponseType,
    },
    http,
};
use serde_json::{Map, Value};
use std::{error::Error, sync::Arc};
use tokio::sync::Mutex;
use url::Url;

/// How long the provider's description and keys are not read again. A key that is not among them is
/// asked for at once.
const KEPT_MS: i64 = 3_600_000;
/// Longest name of a person at the provider (OpenID Connect Core 1.0, section 2).
const SUBJECT_BYTES: usize = 255;
const NAME_CHARS: usize = 100;

/// What its answers may be signed with. `none`, and keys that we could sign with ourselves, are not
/// among them.
const ALGORITHMS: [CoreJwsSigningAlgorithm; 9] = [
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha256,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha384,
    CoreJwsSigningAlgorithm::RsaSsaPkcs1V15Sha512,
    CoreJwsSigningAlgorithm::RsaSsaPssSha256,
    CoreJwsSigningAlgorithm::RsaSsaPssSha384,
    CoreJwsSigningAlgorithm::RsaSsaPssSha512,
    CoreJwsSigningAlgorithm::EcdsaP256Sha256,
    CoreJwsSigningAlgorithm::EcdsaP384Sha384,
    CoreJwsSigningAlgorithm::EdDsa,
];

/// The client with the addresses that the provider's description gave it.
type Ready = CoreClient<
    EndpointSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointNotSet,
    EndpointMaybeSet,
    EndpointMaybeSet,
>;

impl<'c> AsyncHttpClient<'c> for Exchange {
    type Error = FetchError;
    type Future = BoxFuture<'c, Result<HttpResponse, FetchError>>;

    fn call(&'c self, request: HttpRequest) -> Self::Future {
        Box::pin(self.carry(request))
    }
}

/// Lets pages ask the provider of the settings, if there is one.
///
/// # Errors
/// When the HTTP client cannot be made.
pub fn answer(state: &State, fetching: &FetchConfig, client: &Client) -> Result<(), FetchError> {
    let settings = state.config.oidc.clone();
    let Ok(named) = Url::parse(&settings.issuer) else { return Ok(()) };
    let exchange = Exchange::new(named, fetching, client)?;
    let clock = state.clock.clone();
    let provider = Provider { settings, exchange, clock, known: Mutex::default() };
    state.organisation.connect(Box::new(provider));
    Ok(())
}

struct Provider {
    settings: Oidc,
    exchange: Exchange,
    clock: Clock,
    /// Its description with its keys, and when they were read.
    known: Mutex<Option<(Arc<CoreProviderMetadata>, i64)>>,
}

impl Vouch for Provider {
    fn address<'a>(&'a self, errand: &'a Errand) -> BoxFuture<'a, Result<Url, Trouble>> {
        Box::pin(self.address_of(errand))
    }

    fn who<'a>(
        &'a self,
        errand: &'a Errand,
        code: &'a str,
    ) -> BoxFuture<'a, Result<Vouched, Trouble>> {
        Box::pin(self.vouched(errand, code))
    }
}

impl Provider {
    async fn address_of(&self, errand: &Errand) -> Result<Url, Trouble> {
        let metadata = self.metadata(false).await?;
        let client = self.client(&metadata, errand)?;
        let verifier = PkceCodeVerifier::new(errand.verifier.clone());
        let (state, nonce) = (errand.state.clone(), errand.nonce.clone());
        let mut request = client
            .authorize_url(
                AuthenticationFlow::<CoreResponseType>::AuthorizationCode,
                move || CsrfToken::new(state),
                move || Nonce::new(nonce),
            )
            .set_pkce_challenge(PkceCodeChallenge::from_code_verifier_sha256(&verifier));
        for scope in self.settings.scopes.split_whitespace().filter(|scope| *scope != "openid") {
            request = request.add_scope(Scope::new(scope.to_owned()));
        }
        Ok(request.url().0)
    }

    /// The provider's description and keys, read anew where `anew` or after an hour. What was read
    /// before serves while it does not answer.
    async fn metadata(&self, anew: bool) -> Result<Arc<CoreProviderMetadata>, Trouble> {
        let mut known = self.known.lock().await;
        let now = self.clock.now_ms();
        if let Some((held, read_at)) = known.as_ref()
            && !anew
            && now - read_at < KEPT_MS
        {
            return Ok(held.clone());
        }
        let issuer = IssuerUrl::new(self.settings.issuer.clone()).map_err(|error| {
            tracing::error!(%error, "oidc.issuer is no address");
            Trouble::Silent
        })?;
        match CoreProviderMetadata::discover_async(issuer, &self.exchange).await {
            Ok(found) => {
                let found = Arc::new(found);
                *known = Some((found.clone(), now));
                Ok(found)
            }
            Err(error) => {
                let error = causes(&error);
                tracing::warn!(error, "the organisation's provider cannot be read");
                let held = known.as_ref().filter(|_| !anew);
                held.map(|(held, _)| held.clone()).ok_or(Trouble::Silent)
            }
        }
    }

    fn client(&self, metadata: &CoreProviderMetadata, errand: &Errand) -> Result<Ready, Trouble> {
        let back = RedirectUrl::new(errand.back.clone()).map_err(|_| Trouble::Refused)?;
        let Oidc { client_id, client_secret, .. } = &self.settings;
        let secret = (!client_secret.is_empty()).then(|| ClientSecret::new(client_secret.clone()));
        let id = ClientId::new(client_id.clone());
        let client = CoreClient::from_provider_metadata(metadata.clone(), id, secret);
        // OpenID Connect Discovery: without a list it is the header.
        let methods = metadata.token_endpoint_auth_methods_supported();
        let in_body = methods.is_some_and(|methods| {
            methods.contains(&CoreClientAuthMethod::ClientSecretPost)
                && !methods.contains(&CoreClientAuthMethod::ClientSecretBasic)
        });
        let way = if in_body { AuthType::RequestBody } else { AuthType::BasicAuth };
        Ok(client.set_redirect_uri(back).set_auth_type(way))
    }

    async fn vouched(&self, errand: &Errand, code: &str) -> Result<Vouched, Trouble> {
        let metadata = self.metadata(false).await?;
        let client = self.client(&metadata, errand)?;
        let request = client.exchange_code(AuthorizationCode::new(code.to_owned()));
        let request = request.map_err(|error| untrusted("it names no token endpoint", &error))?;
        let verifier = PkceCodeVerifier::new(errand.verifier.clone());
        let answer = request.set_pkce_verifier(verifier).request_async(&self.exchange).await;
        let tokens = answer.map_err(|error| match &error {
            RequestTokenError::ServerResponse(said) => {
                tracing::warn!(said = %said, "the organisation's provider did not redeem a code");
                Trouble::Refused
            }
            RequestTokenError::Request(error) => {
                tracing::warn!(%error, "the organisation's provider does not answer");
                Trouble::Silent
            }
            other => untrusted("its tokens cannot be read", other),
        })?;
        let token = tokens.id_token().ok_or_else(|| {
            tracing::warn!("the organisation's provider gave no ID token");
            Trouble::Untrusted
        })?;
        let mut checked = self.check(&metadata, errand, token);
        // Its keys may have changed since they were read.
        if let Err(ClaimsVerificationError::SignatureVerification(_)) = &checked {
            let metadata = self.metadata(true).await?;
            checked = self.check(&metadata, errand, token);
        }
        let subject = checked.map_err(|error| untrusted("its ID token is refused", &error))?;
        if subject.is_empty() || subject.len() > SUBJECT_BYTES {
            tracing::warn!("the organisation's provider names people longer than it may");
            return Err(Trouble::Untrusted);
        }
        let mut claims = payload(token).unwrap_or_default();
        // OpenID Connect Core 1.0, section 3.1.3.7, which the library leaves to us.
        if claims.get("azp").is_some_and(|party| party != self.settings.client_id.as_str()) {
            tracing::warn!("the organisation's provider gave us a token that is for somebody else");
            return Err(Trouble::Untrusted);
        }
        if !claims.contains_key(&self.settings.email_claim) {
            let further = self.user_info(&metadata, tokens.access_token(), &subject).await?;
            for (name, value) in further {
                claims.entry(name).or_insert(value);
            }
        }
        Ok(Vouched {
            issuer: self.settings.issuer.clone(),
            email: self.email(&claims),
            name: shorten(clean_line(text(&claims, "name")).trim(), NAME_CHARS),
            subject,
        })
    }

    /// Signature, issuer, audience, expiry and nonce; returns the subject.
    fn check(
        &self,
        metadata: &CoreProviderMetadata,
        errand: &Errand,
        token: &CoreIdToken,
    ) -> Result<String, ClaimsVerificationError> {
        let client = self.client(metadata, errand);
        let client = client.map_err(|_| ClaimsVerificationError::Other("no client".into()))?;
        let now = DateTime::from_timestamp_millis(self.clock.now_ms()).unwrap_or_default();
        let verifier = client.id_token_verifier().set_allowed_algs(ALGORITHMS);
        let verifier = verifier.set_time_fn(move || now);
        let claims = token.claims(&verifier, &Nonce::new(errand.nonce.clone()))?;
        Ok(claims.subject().as_str().to_owned())
    }

    /// What else it says of the person (OpenID Connect Core 1.0, section 5.3): many providers say the
    /// address there alone.
    async fn user_info(
        &self,
        metadata: &CoreProviderMetadata,
        token: &AccessToken,
        subject: &str,
    ) -> Result<Map<String, Value>, Trouble> {
        let Some(endpoint) = metadata.userinfo_endpoint() else { return Ok(Map::new()) };
        let request = http::Request::get(endpoint.as_str())
            .header(http::header::ACCEPT, "application/json")
            .header(http::header::AUTHORIZATION, format!("Bearer {}", token.secret()))
            .body(Vec::new());
        let request = request.map_err(|error| untrusted("its user info has no address", &error))?;
        let answer = self.exchange.carry(request).await.map_err(|error| {
            tracing::warn!(%error, "the organisation's provider does not answer");
            Trouble::Silent
        })?;
        let claims: Option<Map<String, Value>> = serde_json::from_slice(answer.body()).ok();
        match claims.filter(|_| answer.status().is_success()) {
            // Section 5.3.2: it may be about somebody else.
            Some(claims) if text(&claims, "sub") == subject => Ok(claims),
            _ => {
                let status = answer.status().as_u16();
                tracing::warn!(
                    status,
                    "the organisation's provider gives no user info of this person"
                );
                Err(Trouble::Untrusted)
            }
        }
    }

    /// The address, where the provider says that it is confirmed. That it says of the claim `email`.
    fn email(&self, claims: &Map<String, Value>) -> Option<Email> {
        let address = text(claims, &self.settings.email_claim);
        let confirmed = match claims.get("email_verified") {
            Some(Value::Bool(confirmed)) => *confirmed,
            // Amazon Cognito writes it as a text.
            Some(Value::String(confirmed)) => confirmed == "true",
            _ => false,
        };
        let email = Email::parse(address).ok()?;
        (confirmed && address.eq_ignore_ascii_case(text(claims, "email"))).then_some(email)
    }
}

fn text<'a>(claims: &'a Map<String, Value>, name: &str) -> &'a str {
    claims.get(name).and_then(Value::as_str).unwrap_or_default()
}

/// The claims of a token that was checked.
fn payload(token: &CoreIdToken) -> Option<Map<String, Value>> {
    let token = token.to_string();
    let bytes = URL_SAFE_NO_PAD.decode(token.split('.').nth(1)?).ok()?;
    serde_json::from_slice(&bytes).ok()
}

fn untrusted(what: &str, error: &(dyn Error + 'static)) -> Trouble {
    let error = causes(error);
    tracing::warn!(what, error, "the organisation's provider is not believed");
    Trouble::Untrusted
}

type Cause<'a> = &'a (dyn Error + 'static);

/// An error with all that caused it; without the bodies of answers, which may hold secrets.
fn causes(error: Cause<'_>) -> String {
    let chain = std::iter::successors(error.source(), |error: &Cause<'_>| (**error).source());
    chain.fold(error.to_string(), |text, cause| format!("{text}: {cause}"))
}
