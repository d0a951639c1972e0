### Signing in, balance, plan.

login-ask =
    Press “Share my number” and I will find your contract by your phone number.

    I never ask for a password.
login-share = 📱 Share my number
login-cancel = Don't sign in
login-cancelled = All right. You can sign in at any time: /login
login-typed = I can't check a typed number. Press “📱 Share my number” below: that way Telegram confirms that it is yours.
login-done =
    { $count ->
        [one] Done! I see { $count } contract.
       *[other] Done! I see { $count } contracts.
    }
login-again = You are signed in already, everything is in place.
login-next = Balance and plan are behind the buttons below.
login-unknown-next = The number may be registered to someone in your family, or with a mistake. Write to us: we will check and link it.
logout-done = You are signed out. This chat no longer shows contracts, and no reminders will come.
logout-nothing = You weren't signed in: this chat has no contracts.

account-choose = Which contract?
account-contract = Contract <b>{ $contract }</b>
account-as-of = <i>I can't get fresh figures just now. These are as of { $moment }.</i>
account-other = Another contract
account-status =
    Status: { $status ->
        [active] working
        [suspended] suspended at your request
        [blocked] stopped because of debt
       *[closed] contract ended
    }
balance-sum = Balance: <b>{ $sum }</b>
balance-credit = Credit: { $sum } (how far below zero you may go)
balance-next = Next charge: { $date }, { $sum }
balance-enough = Nothing to pay now.
balance-pay-now = To pay now: <b>{ $sum }</b>
balance-pay-by = To pay by { $date }: <b>{ $sum }</b>

tariff-name = Plan: <b>{ $name }</b>
tariff-fee = Fee: { $sum } a month
tariff-speed = Speed: up to { $speed } Mbit/s
tariff-services = Services: { $services }
tariff-no-services = No extra services.

pay-how =
    How to pay: find us in your bank's app under “Internet and TV” and enter the contract number <code>{ $contract }</code>. The web cabinet and a terminal work too.

    Payments usually arrive within 15 minutes.

answer-speed = { $speed } Mbit/s
answer-needs-sign-in = The answer depends on your contract. Sign in, and I'll say how it is with yours.
answer-needs-figures = The answer depends on your contract, and its figures can't be had right now. Please ask again in a few minutes.
