### Вопросы и ответы.

ask-unsure = Не уверен, что понял. Вы об этом?
ask-unknown =
    На это у меня нет готового ответа.

    Передать вопрос сотруднику? Он ответит прямо здесь.
ask-human = Хорошо, позову человека. Пара вопросов — и передам.
ask-human-about = Хорошо, позову человека. Вопрос уже записал, уточню пару мелочей — и передам.
ask-away = Слушаю. О чём хотите спросить?
ask-wordless = Слов не вижу, а по ним я и понимаю. Напишите, пожалуйста, вопрос — можно в двух словах.
helped-yes = 👍 Помогло
helped-no = 👎 Не помогло
helped-other = Я о другом
helped-thanks = Отлично, рад помочь!
helped-noted = Понял, спасибо.
helped-others = Тогда, может быть, вы об этом?
helped-person = Больше готовых ответов об этом у меня нет. Передать вопрос сотруднику?
faq-categories = <b>Частые вопросы</b>. Выберите раздел или просто спросите своими словами.
faq-category = <b>{ $name }</b>

faq-gone = Этого ответа больше нет. Зато есть другие — выберите раздел или просто спросите.

public-open = Открыть в боте
public-ask = Спросить в личном чате
public-unknown = На это у меня нет готового ответа. В личном чате передам вопрос сотруднику.
public-person = Человека позову в личном чате: там он ответит только вам.
public-hint = Спросите меня так: <code>@{ $bot } как оплатить интернет</code>
public-personal = <b>{ $question }</b>

    У каждого это своё: отвечу в личном чате.
public-gone = Этого ответа больше нет. Спросите, пожалуйста, ещё раз.

category-payment = Оплата
category-balance = Баланс и списания
category-tariff = Тарифы
category-internet = Нет интернета
category-speed = Скорость
category-wifi = Wi-Fi
category-router = Роутер
category-network = Сеть и адреса
category-tv = Телевидение
category-contract = Договор
category-cabinet = Вход и кабинет
category-phone = Телефон
category-equipment = Оборудование
category-visit = Вызов мастера
category-connect = Подключение
category-bonus = Бонусы и акции
category-security = Безопасность
category-home = Умный дом
category-mobile = Мобильная связь
category-business = Бизнесу
category-outage = Аварии и работы
category-contacts = Контакты
category-bot = Этот бот
