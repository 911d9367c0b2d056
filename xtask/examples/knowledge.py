>>> from datetime import date
>>> import private_eks as pe
>>> pe.knowledge(as_of=date(2020, 6, 17)).as_of
datetime.date(2020, 6, 17)
