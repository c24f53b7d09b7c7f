//! A note that another server sent to one of our people alone.

use super::{Error, Exchange, count_first, of_account, of_actor, takes_messages};
use crate::{
    app::{Result, new_id, receive::Effect},
    html,
    store::{
        Tx, accounts, contact,
        conversations::{self, Conversation, NewLetter, NewSide},
        messages::{self, Message},
    },
};

impl Exchange {
    /// Takes it in: into the conversation with its author, or a new one, within the limits of first
    /// contacts. Who has no account is a citymaker that commands made: it is kept for the API.
    ///
    /// # Errors
    /// When the database does not answer.
    pub async fn arrive(&self, tx: &mut Tx, message: &Message, now: i64) -> Result<Effect> {
        let Some(account) = accounts::by_actor(tx, &message.recipient).await? else {
            messages::save(tx, message).await?;
            return Ok(Effect::Done);
        };
        let author = of_actor(&message.actor);
        if contact::is_blocked(tx, &account.id, &author).await? {
            return Ok(Effect::Ignored("its receiver does not hear its author".into()));
        }
        let is_known = messages::is_known(tx, &message.uri, &message.recipient).await?;
        let known = conversations::with_actor(tx, &account.id, &message.actor).await?;
        let id = match known {
            Some(id) => {
                let sides = conversations::sides(tx, &id).await?;
                let mine = sides.iter().find(|side| side.account.as_ref() == Some(&account.id));
                let answers = match mine {
                    Some(side) => conversations::wrote(tx, &id, side.side).await?,
                    None => false,
                };
                if !is_known && conversations::has_letter(tx, &id, &message.uri).await? {
                    return Ok(Effect::Ignored("its receiver deleted it".into()));
                }
                if !is_known && !answers && !takes_messages(&account) {
                    return Ok(Effect::Ignored("its receiver takes no messages".into()));
                }
                id
            }
            None if !takes_messages(&account) => {
                return Ok(Effect::Ignored("its receiver takes no messages".into()));
            }
            None => {
                let to = of_account(&account.id);
                match count_first(tx, &self.settings, &author, &to, now).await {
                    Ok(()) => {}
                    Err(Error::TooOften(_)) => {
                        return Ok(Effect::Ignored("too many first messages today".into()));
                    }
                    Err(error) => return Err(error),
                }
                let id = new_id(now);
                let conversation = Conversation {
                    id: id.clone(),
                    subject: String::new(),
                    about: None,
                    began_at: now,
                };
                let from = NewSide { actor: Some(message.actor.clone()), ..NewSide::default() };
                let own = NewSide { account: Some(account.id.clone()), ..NewSide::default() };
                conversations::insert(tx, &conversation, &[from, own]).await?;
                id
            }
        };
        messages::save(tx, message).await?;
        if is_known {
            return Ok(Effect::Done);
        }
        let sides = conversations::sides(tx, &id).await?;
        let (from, to) = match &sides[..] {
            [from, to] if from.actor.as_ref() == Some(&message.actor) => (from, to),
            [to, from] => (from, to),
            _ => return Ok(Effect::Done),
        };
        let letter = NewLetter {
            id: &message.uri,
            conversation: &id,
            side: from.side,
            text: "",
            held: false,
        };
        conversations::add_letter(tx, &letter, now).await?;
        let conversation = conversations::find(tx, &id).await?;
        if let Some(conversation) = conversation {
            let text = html::to_plain(&message.html);
            let is_first = conversation.began_at == now;
            self.mail_message(tx, &conversation, from, to, &text, is_first, now).await?;
        }
        Ok(Effect::Done)
    }
}
