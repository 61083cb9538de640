import { colour } from '../ui/palette'

/** The colours of the present palette, as ECharts takes them. */
export function themeOf(): object {
  const text = colour('element-neutral-color')
  const line = colour('border-divider-color')
  const axis = {
    axisLine: { lineStyle: { color: text } },
    axisTick: { lineStyle: { color: text } },
    axisLabel: { color: text },
    nameTextStyle: { color: text },
    splitLine: { lineStyle: { color: line } },
  }
  return {
    color: ['01', '02', '03', '04', '05', '06', '07', '08', '09'].map((n) =>
      colour(`data-categorical-qualitative-${n}`),
    ),
    backgroundColor: 'transparent',
    textStyle: { fontFamily: 'Noto Sans Variable, sans-serif', color: text },
    categoryAxis: axis,
    valueAxis: axis,
    timeAxis: axis,
    logAxis: axis,
    legend: {
      textStyle: { color: text },
      inactiveColor: colour('element-disabled-color'),
      pageTextStyle: { color: text },
      pageIconColor: text,
      pageIconInactiveColor: line,
    },
    dataZoom: {
      borderColor: line,
      textStyle: { color: text },
      fillerColor: 'rgba(128, 128, 128, 0.2)',
      handleStyle: { color: colour('container-global-color'), borderColor: text },
      moveHandleStyle: { color: text },
    },
    tooltip: {
      // As text: the gateway's policy allows no inline style, which a tooltip of HTML carries.
      renderMode: 'richText',
      backgroundColor: colour('container-global-color'),
      borderColor: line,
      textStyle: { color: colour('element-active-color') },
    },
  }
}
