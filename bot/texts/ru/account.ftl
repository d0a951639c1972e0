### Вход, баланс, тариф.

login-ask =
    Нажмите «Поделиться номером» — найду ваш договор по номеру телефона.

    Пароль я не спрашиваю никогда.
login-share = 📱 Поделиться номером
login-cancel = Не сейчас
login-cancelled = Хорошо. Войти можно в любой момент: /login
login-typed = Написанный номер я проверить не могу. Нажмите кнопку «📱 Поделиться номером» внизу — так Telegram подтвердит, что номер ваш.
login-done =
    { $count ->
        [one] Готово! Вижу { $count } договор.
        [few] Готово! Вижу { $count } договора.
       *[many] Готово! Вижу { $count } договоров.
    }
login-again = Вы уже вошли, всё на месте.
login-next = Чем помочь?
login-unknown-next = Номер могли записать на другого члена семьи или с ошибкой. Напишите нам — проверим и привяжем.
logout-done = Вы вышли. Договоры больше не видны в этом чате, напоминания не придут.
logout-nothing = Вы и не входили: договоров в этом чате нет.

account-choose = Какой договор?
account-label = { $contract } · { $address }
account-contract = Договор <b>{ $contract }</b>, { $address }
account-as-of = <i>Биллинг сейчас не отвечает. Последние данные: { $moment }.</i>
account-other = Другой договор
account-status =
    Статус: { $status ->
        [active] работает
        [suspended] приостановлен по вашей просьбе
        [blocked] закрыт из-за долга
       *[closed] договор расторгнут
    }
balance-sum = На счету: <b>{ $sum }</b>
balance-credit = Кредит: { $sum }
balance-next = Следующее списание: { $date }, { $sum }
balance-enough = Платить сейчас ничего не нужно.
balance-pay-now = К оплате сейчас: <b>{ $sum }</b>
balance-pay-by = К оплате до { $date }: <b>{ $sum }</b>

tariff-name = Тариф: <b>{ $name }</b>
tariff-fee = Плата: { $sum } в месяц
tariff-speed = Скорость: до { $speed } Мбит/с
tariff-services = Услуги: { $services }
tariff-no-services = Дополнительных услуг нет.

pay-how =
    Как заплатить: в приложении банка найдите нас в разделе «Интернет и ТВ» и введите номер договора <code>{ $contract }</code>. Подойдут и личный кабинет, и терминал.

    Деньги обычно приходят за 15 минут.
