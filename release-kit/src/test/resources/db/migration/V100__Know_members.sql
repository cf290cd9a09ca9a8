create function is_member(code text, today date) returns boolean stable language sql as $$ select code in ('XAA', 'XAB') $$;
