//! Who somebody is to this instance, and what they may do: a ladder of roles.

use std::fmt;

/// What a person may do here. Each role may also do what those before it may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Role {
    /// Has a profile, writes drafts and submits them, comments, gets alerts, makes contact.
    Citymaker,
    /// The same, known to the secretariat: what they write waits for nobody where only the
    /// unknown have to wait.
    Contributor,
    /// Reviews what others submitted: takes it, notes, asks for changes, approves, rejects.
    Reviewer,
    /// Publishes, schedules, withdraws, restores, features; moderates comments and reports.
    Editor,
    /// Speaks for the network: its entry in the directory, its partners and their cases.
    NetworkAdmin,
    /// Everything: accounts, roles, settings, other servers.
    InstanceAdmin,
}

impl Role {
    pub const ALL: [Role; 6] = [
        Role::Citymaker,
        Role::Contributor,
        Role::Reviewer,
        Role::Editor,
        Role::NetworkAdmin,
        Role::InstanceAdmin,
    ];

    /// As it is stored, and written in commands.
    pub fn id(self) -> &'static str {
        match self {
            Role::Citymaker => "citymaker",
            Role::Contributor => "contributor",
            Role::Reviewer => "reviewer",
            Role::Editor => "editor",
            Role::NetworkAdmin => "network-admin",
            Role::InstanceAdmin => "instance-admin",
        }
    }

    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|role| role.id() == id)
    }
}

/// Somebody with an account that is in use. The store makes it; whoever holds one was let in.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Member {
    /// ULID of the account.
    pub id: String,
    /// Of their actor, without `@` and host.
    pub handle: String,
    /// As it is shown.
    pub name: String,
    pub role: Role,
}

/// The role that was missing for what somebody tried.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Lacking(pub Role);

impl fmt::Display for Lacking {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "only for the role {} and above", self.0.id())
    }
}

impl std::error::Error for Lacking {}

/// Proofs of roles: who holds one may do what the role may. They are made by asking a member.
macro_rules! proof {
    ($($name:ident, $ask:ident, $role:ident);+ $(;)?) => {
        $(
            #[doc = concat!("A member who is at least [`Role::", stringify!($role), "`].")]
            #[derive(Clone, Copy, Debug)]
            pub struct $name<'m>(&'m Member);

            impl<'m> $name<'m> {
                pub fn member(self) -> &'m Member {
                    self.0
                }
            }
        )+

        impl Member {
            $(
                #[doc = concat!("The proof that they are at least [`Role::", stringify!($role), "`].")]
                ///
                /// # Errors
                /// The role they lack.
                pub fn $ask(&self) -> Result<$name<'_>, Lacking> {
                    match self.role >= Role::$role {
                        true => Ok($name(self)),
                        false => Err(Lacking(Role::$role)),
                    }
                }
            )+
        }
    };
}

proof! {
    Reviewer, reviewer, Reviewer;
    Editor, editor, Editor;
    NetworkAdmin, network_admin, NetworkAdmin;
    InstanceAdmin, instance_admin, InstanceAdmin;
}

#[cfg(test)]
mod tests {
    use super::*;

    fn member(role: Role) -> Member {
        Member { id: "01".into(), handle: "ana".into(), name: "Ana".into(), role }
    }

    #[test]
    fn a_role_may_what_those_below_it_may_and_no_more() {
        assert_eq!(member(Role::Contributor).reviewer().unwrap_err(), Lacking(Role::Reviewer));
        assert_eq!(member(Role::Reviewer).editor().unwrap_err(), Lacking(Role::Editor));
        assert_eq!(member(Role::Editor).editor().unwrap().member().role, Role::Editor);
        assert!(member(Role::NetworkAdmin).reviewer().is_ok());
        assert!(member(Role::NetworkAdmin).instance_admin().is_err());
        assert!(member(Role::InstanceAdmin).network_admin().is_ok());
    }

    #[test]
    fn every_role_is_read_as_it_is_written() {
        for role in Role::ALL {
            assert_eq!(Role::from_id(role.id()), Some(role));
        }
        assert_eq!(Role::from_id("admin"), None);
    }
}
