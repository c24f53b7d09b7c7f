# The form of a case where scripts run, the marks of texts, translations, and who reviews.

script-search = Search the choices
script-chosen = Chosen
script-all = All choices
script-remove = remove
script-none = Nothing found.
script-hits = Choices found: { $n }
script-saved = Saved at { $time }.
script-unsaved = Not saved:
script-away = the server cannot be reached. It is tried again by itself.
script-kept = Your text is kept in this browser.
script-unkept = This browser keeps nothing either. Please copy your text before you leave.
script-out = you are no longer signed in.
script-enter = Sign in again
script-clash = Saved. Somebody else changed a field at the same time; both texts are kept.
script-decide = Choose one
script-found = This browser still has text of { $time } that was not saved.
script-back = Put it back
script-drop = Throw it away
script-look = Show how it looks
script-looks = How it looks
marks-title = How to format a text
marks-type = You type
marks-get = Readers see
marks-bold = bold
marks-italic = italic
marks-item = an entry
marks-link = a link
marks-heading = Heading
marks-quote = a quotation
marks-lines = An empty line begins a new paragraph.
write-save-look = Save and show how it looks
place-added = { $city } was added.
place-search-help = Begin with the name. A country or state may follow: Springfield, United States.
translate-title = Translations
translate-what = Translate title, summary and text beside the original. What the original changes later is marked here.
translate-into = Translation: { $language }
translate-add = Translate into
translate-begin = Begin
translate-original = Original
translate-gone = The original no longer says anything here.
translate-here = Translation
translate-changed = The original has changed since this was translated.
translate-checked = I have checked it: the translation is still right
translate-machine = Made by a machine
translate-nothing = There is nothing to translate yet. Write the original first.
translate-outdated = The original was changed on { $date }, after this translation.
desk-assign-to = Give it to
desk-assign = Assign
told-assigned = { $who } asks you to review “{ $title }”.
translate-missing = { $n ->
    [one] { $n } field missing
   *[other] { $n } fields missing
}
translate-stale = { $n ->
    [one] { $n } field out of date
   *[other] { $n } fields out of date
}
