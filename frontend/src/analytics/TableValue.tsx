import { timeText } from '../ui/clock'
import { Empty } from '../ui/Empty'
import { quantity } from '../ui/numbers'
import { Table } from '../ui/Table'
import { type Cell, type DataTable, isTime, numericColumns } from './value'

const MOST_ROWS = 1_000

/** A table as the model made it. */
export function TableValue({ label, table, zone }: { label: string; table: DataTable; zone: string }) {
  if (table.rows.length === 0) return <Empty>The model published a table without rows.</Empty>
  const numeric = new Set(numericColumns(table))
  const rows = table.rows.slice(0, MOST_ROWS).map((cells, at) => ({ cells, at }))
  return (
    <>
      <Table
        caption={label}
        columns={table.columns.map((column, i) => ({
          title: column.unit ? `${column.name} (${column.unit})` : column.name,
          numeric: numeric.has(i),
          cell: (row: (typeof rows)[number]) => cellText(row.cells[i] ?? null, zone),
        }))}
        rows={rows}
        rowKey={(row) => String(row.at)}
      />
      {table.rows.length > MOST_ROWS && (
        <p className="hint">
          These are the first {MOST_ROWS} of {table.rows.length} rows.
        </p>
      )}
    </>
  )
}

function cellText(cell: Cell, zone: string): string {
  if (cell === null) return '–'
  if (typeof cell === 'number') return quantity(cell)
  if (typeof cell === 'boolean') return cell ? 'yes' : 'no'
  return isTime(cell) ? timeText(cell, zone) : cell
}
