/** Prints points: two decimals, a third only where there is one, and a true minus sign. */
export function printFigure(value: number): string {
  return printUpTo(value, 3)
}

/** Prints an exact value: at least two decimals, up to six as needed. */
export function printExact(value: number): string {
  return printUpTo(value, 6)
}

/** Prints with a sign: `+0.50`, `−0.50`. */
export function printSigned(value: number): string {
  const text = printUpTo(value, 3)
  return value > 0 && Number(text) !== 0 ? `+${text}` : text
}

function printUpTo(value: number, most: number): string {
  const [whole, decimals = ''] = Math.abs(value).toFixed(most).split('.') as [string, string?]
  const kept = decimals.replace(/0+$/, '').padEnd(2, '0')
  const text = `${whole}.${kept}`
  return value < 0 && Number(text) !== 0 ? `−${text}` : text
}

/** Prints a percentage with no more decimals than it needs. */
export function printShare(value: number): string {
  return String(Number(value.toFixed(3)))
}
