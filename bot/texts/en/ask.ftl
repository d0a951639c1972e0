### Questions and answers.

ask-unsure = I'm not sure I understood. Is it one of these?
ask-unknown =
    I have no ready answer to that.

    Shall I pass it to a person? They will answer right here.
ask-human = Sure, I'll get a person. A couple of questions and it's on its way.
ask-human-about = Sure, I'll get a person. Your question is written down, a couple of details and it's on its way.
ask-away = I'm listening. What would you like to know?
ask-wordless = I see no words here, and words are all I understand. Please write your question, two words will do.
helped-yes = 👍 It helped
helped-no = 👎 It didn't
helped-other = I meant something else
helped-thanks = Great, glad to help!
helped-noted = Got it, thank you.
helped-others = Is it one of these, then?
helped-person = I have no other ready answer about that. Shall I pass the question to a person?
faq-categories = <b>Common questions</b>. Pick a section, or just ask in your own words.
faq-category = <b>{ $name }</b>

faq-gone = That answer is gone. There are others: pick a section, or just ask.

public-open = Open in the bot
public-ask = Ask in a private chat
public-unknown = I have no ready answer to that. In a private chat I'll pass the question to a person.
public-person = I'll get a person in the private chat: there they answer only you.
public-hint = Ask me like this: <code>@{ $bot } how do I pay</code>
public-personal = <b>{ $question }</b>

    Everyone has their own: I'll answer in the private chat.
public-gone = That answer is gone. Please ask again.

category-payment = Paying
category-balance = Balance and charges
category-tariff = Plans
category-internet = No internet
category-speed = Speed
category-wifi = Wi-Fi
category-router = Router
category-network = Network and addresses
category-tv = TV
category-contract = Contract
category-cabinet = Signing in
category-phone = Phone
category-equipment = Equipment
category-visit = Technician visit
category-connect = New connection
category-bonus = Bonuses and offers
category-security = Safety
category-home = Smart home
category-mobile = Mobile
category-business = For business
category-outage = Outages and works
category-contacts = Contacts
category-bot = This bot
