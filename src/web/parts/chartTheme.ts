/** 图表的颜色, told apart with any colour vision (after Okabe and Ito), dark enough on white; the red of the house comes first. */
export const chartColours = ['#b3261e', '#2b6ca3', '#c98a00', '#2e7d6b', '#7a4fa3', '#6b7280', '#d56b9c', '#4d9ac7'] as const

const font = "'PingFang SC', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif"
const axis = {
  axisLine: { lineStyle: { color: '#c9cdd4' } },
  axisTick: { show: false },
  axisLabel: { color: '#4a505a' },
  splitLine: { lineStyle: { color: '#eceef0' } },
  nameTextStyle: { color: '#4a505a' },
}

/** 图表的外观. */
export const chartTheme = {
  color: [...chartColours],
  textStyle: { fontFamily: font, color: '#1f2329' },
  categoryAxis: axis,
  valueAxis: axis,
  timeAxis: axis,
  legend: { textStyle: { color: '#1f2329' } },
  tooltip: { borderWidth: 1, textStyle: { color: '#1f2329', fontSize: 13 } },
}
