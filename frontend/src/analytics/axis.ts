import type { EChartsOption } from 'echarts'

/** A time axis in a zone: ticks at whole hours of UTC, each named by the zone's clocks; midnight by its day. */
export function timeAxis(zone: string): Pick<EChartsOption, 'useUTC' | 'xAxis'> {
  const clock = new Intl.DateTimeFormat('en-GB', {
    timeZone: zone,
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  })
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, day: '2-digit', month: 'short' })
  return {
    useUTC: true,
    xAxis: {
      type: 'time',
      axisLabel: {
        hideOverlap: true,
        formatter: (at: number) => (clock.format(at) === '00:00' ? day.format(at) : clock.format(at)),
      },
    },
  }
}
