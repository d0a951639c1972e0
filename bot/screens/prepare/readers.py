"""In which language somebody reads who isn't calling just now."""

from bot.storage.database import Database
from bot.storage.people import People
from bot.texts import Language, Texts
from bot.texts.choice import language_of


class Readers:
    """Texts for a private chat by what is remembered of it; the desk reads the provider's language."""

    def __init__(self, database: Database, language: Language) -> None:
        self._database = database
        self._language: Language = language
        self.desk = Texts(language)

    async def of(self, chat_id: int) -> Texts:
        """Texts for whoever reads a chat; a group reads the provider's language."""
        person = await self._database.read(lambda session: People(session).of(chat_id))
        if person is None:
            return self.desk
        return Texts(language_of(person.language, person.telegram_language, self._language))
