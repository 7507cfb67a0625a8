# Made by `hub pages --write` from graph/model/.

ExchangeStatus-PROPOSED = پیشنهادشده
ExchangeStatus-ACCEPTED = پذیرفته
ExchangeStatus-DECLINED = ردشده
ExchangeStatus-CANCELLED = لغوشده
ExchangeStatus-DELIVERED = تحویل‌شده

Fulfillment-OPEN = باز
Fulfillment-RESERVED = وعده‌داده
Fulfillment-FULFILLED = برآورده

RecordStatus-DRAFT = پیش‌نویس
RecordStatus-PUBLISHED = منتشرشده
RecordStatus-WITHDRAWN = پس‌گرفته
