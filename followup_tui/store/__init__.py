"""The book on the disk: TinyDB over a snapshot and a journal, typed, undoable, shared by several processes.

`book.Book` is the door for everything that may change something, `reading.read_raw` the one for commands that only
read and must start at once; `backups`, `doctor` and `repair` look after the files. How the files stay whole is told in
`ledger`.
"""
