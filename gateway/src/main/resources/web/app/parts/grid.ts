/**
 * Moves the focus from cell to cell of a table by the arrow keys, Home and End; Enter follows the link in the cell. One cell at a time
 * takes part in the tab order, so that a large table is one stop.
 */
export function onGridKey(event: KeyboardEvent): void {
  const cell = (event.target as Element).closest<HTMLTableCellElement>('td, th');
  const row = cell?.parentElement as HTMLTableRowElement | null;
  if (!cell || !row) return;
  if (event.key === 'Enter' && event.target === cell) {
    cell.querySelector('a')?.click();
    return;
  }
  const next = neighbour(event.key, cell, row);
  if (!next) return;
  event.preventDefault();
  row.closest('table')!.querySelectorAll('[tabindex="0"]').forEach(one => one.setAttribute('tabindex', '-1'));
  next.setAttribute('tabindex', '0');
  next.focus();
}

function neighbour(key: string, cell: HTMLTableCellElement, row: HTMLTableRowElement): HTMLTableCellElement | undefined {
  const rows = [...(row.parentElement as HTMLTableSectionElement).rows];
  const at = rows.indexOf(row);
  const cells = row.cells;
  switch (key) {
    case 'ArrowRight': return cells[cell.cellIndex + 1];
    case 'ArrowLeft': return cell.cellIndex > 1 ? cells[cell.cellIndex - 1] : undefined;
    case 'ArrowDown': return rows[at + 1]?.cells[cell.cellIndex];
    case 'ArrowUp': return rows[at - 1]?.cells[cell.cellIndex];
    case 'Home': return cells[1];
    case 'End': return cells[cells.length - 1];
    default: return undefined;
  }
}
