/** 分的书写: two decimals, a third only where there is one, and a real minus sign. */
export function printFigure(value: number): string {
  return printUpTo(value, 3)
}

/** 精确值的书写: two decimals or more, up to six, as many as there are. */
export function printExact(value: number): string {
  return printUpTo(value, 6)
}

/** 带正负号的书写: `+0.50`, `−0.50`. */
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

/** 百分数的书写: no more decimals than it has. */
export function printShare(value: number): string {
  return String(Number(value.toFixed(3)))
}
