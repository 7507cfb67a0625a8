# Made by `hub pages --write` from graph/model/.

ExchangeStatus-PROPOSED = Proposed
ExchangeStatus-ACCEPTED = Accepted
ExchangeStatus-DECLINED = Declined
ExchangeStatus-CANCELLED = Cancelled
ExchangeStatus-DELIVERED = Delivered

Fulfillment-OPEN = Open
Fulfillment-RESERVED = Reserved
Fulfillment-FULFILLED = Fulfilled

RecordStatus-DRAFT = Draft
RecordStatus-PUBLISHED = Published
RecordStatus-WITHDRAWN = Withdrawn
