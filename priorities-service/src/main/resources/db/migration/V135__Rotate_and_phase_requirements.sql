-- So many times what is deployed is needed in the cycle; what is needed from later days on; how many of the contributing parties have which attributes.
alter table requirement add rotation_factor numeric not null default 1 constraint requirement_rotation_known check (rotation_factor between 1 and 12),
    add phases jsonb not null default '[]', add attribute_rules jsonb not null default '[]';
alter table requirement_version add rotation_factor numeric not null default 1, add phases jsonb not null default '[]',
    add attribute_rules jsonb not null default '[]';
