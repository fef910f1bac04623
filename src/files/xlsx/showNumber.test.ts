import { expect, test } from 'vitest'
import { showNumber } from './showNumber.ts'

test.each<[number, string, string | undefined]>([
  [0.2, '0%', '20%'],
  [0.155, '0.0%', '15.5%'],
  [0.155, '0%', '16%'],
  [7872, 'yyyy"年"m"月"d"日"', '1921年7月20日'],
  [43455, 'yyyy/m/d', '2018/12/21'],
  [43455, '[$-804]yyyy\\-mm\\-dd;@', '2018-12-21'],
  [43455, 'yyyy"年"m"月"', '2018年12月'],
  [43455, 'aaaa', '星期五'],
  [0.375, 'h:mm', '9:00'],
  [0.99999, 'h:mm:ss', '23:59:59'],
  [0.75, 'h:mm AM/PM', '6:00 PM'],
  [0.75, '上午/下午h"时"mm"分"', '下午6时00分'],
  [1.5, '[h]:mm:ss', '36:00:00'],
  [43455.5, 'yyyy/m/d h:mm', '2018/12/21 12:00'],
  [0.5, '# ?/?', '1/2'],
  [1.5, '# ?/?', '1 1/2'],
  [0.3333333333, '# ??/??', '1/3'],
  [7, '000', '007'],
  [1234.5, '#,##0.00', '1,234.50'],
  [-3, '0.0', '-3.0'],
  [-3, '0;(0)', '(3)'],
  [3, '0"人"', '3人'],
  [0.1 + 0.2, 'General', '0.3'],
  [5, '[DBNum1]0', undefined],
  [5, '[>3]0;0', undefined],
  [5, '0.00E+00', undefined],
  [60, 'yyyy/m/d', undefined],
])('%d under %s is shown as %s', (number, code, shown) => {
  expect(showNumber(number, code)).toBe(shown)
})

test('days of the 1904 system', () => {
  expect(showNumber(0, 'yyyy/m/d', true)).toBe('1904/1/1')
})
