"""Text as Telegram treats it: marked up by the bot, cleaned, limited, and looked through for links."""
