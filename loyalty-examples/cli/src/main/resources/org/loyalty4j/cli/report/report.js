(function () {
  'use strict';

  var page = JSON.parse(document.getElementById('charts').textContent);
  var echarts = window.echarts;
  // What an A4 page leaves between its margins, for a whole line and for half of one.
  var PAPER_WIDTH = 660, HALF_PAPER_WIDTH = 315;

  // Okabe and Ito's colours, which the colour-blind can tell apart, and greys.
  var INK = '#18212b', SOFT = '#56626f', LINE = '#dfe4ea', BLUE = '#0072b2', SKY = '#8cc5e8', RED = '#d55e00', GREY = '#9aa5af';
  var GROUPS = {
    detractors: RED, passives: '#b9c1c9', promoters: BLUE,
    TRUE: BLUE, LATENT: '#009e73', SPURIOUS: '#e69f00', NONE: '#8a949e'
  };
  // One hue direction from light to dark: readable in greys too.
  var SHADES = ['#f3f8f4', '#cfe8d8', '#93d0c4', '#4fb0c6', '#2a80b9', '#22549b', '#152a66'];

  var compact = new Intl.NumberFormat(page.locale, { notation: 'compact', maximumSignificantDigits: 3 });
  var whole = new Intl.NumberFormat(page.locale, { maximumFractionDigits: 0 });
  var percent = new Intl.NumberFormat(page.locale, { style: 'percent', maximumFractionDigits: 0 });

  /** The width of a text, about: a wide character is as wide as it is high. */
  function measure(text, size) {
    return Array.from(text).reduce(function (sum, letter) { return sum + (letter > '\u2e7f' ? 1.05 : 0.62) * size; }, 0);
  }

  /** A text in lines of about this width: broken between words, or anywhere in a script that has no spaces. */
  function wrap(text, room, size) {
    var lines = [''];
    (text.match(/[\u2e80-\uffff]|[^\s\u2e80-\uffff]+\s*|\s+/g) || []).forEach(function (piece) {
      var line = lines[lines.length - 1];
      if (line && measure((line + piece).trim(), size) > room) {
        lines.push(piece);
      } else {
        lines[lines.length - 1] = line + piece;
      }
    });
    return lines.map(function (line) { return line.trim(); });
  }

  function hint(lines) {
    return lines.map(function (line, i) {
      var text = echarts.format.encodeHTML(line);
      return i === 0 ? '<b>' + text + '</b>' : text;
    }).join('<br>');
  }

  /** Shares end at 100 %, however the ticks would fall. */
  function atMostOne(extent) {
    return extent.max > 0.8 ? 1 : null;
  }

  function base(option) {
    return Object.assign({
      animation: false,
      textStyle: { fontFamily: getComputedStyle(document.body).fontFamily, color: INK, fontSize: 12 },
      tooltip: {
        confine: true, transitionDuration: 0, borderColor: LINE, padding: [8, 12],
        textStyle: { color: INK, fontSize: 13 },
        formatter: function (at) { return at.data && at.data.hint ? hint(at.data.hint) : ''; }
      }
    }, option);
  }

  function axis(type, title, more) {
    return Object.assign({
      type: type,
      name: title, nameLocation: 'middle', nameTextStyle: { color: SOFT, fontSize: 12 },
      axisLine: { lineStyle: { color: '#aab4be' } },
      axisTick: { show: false },
      axisLabel: { color: SOFT },
      splitLine: { lineStyle: { color: '#edf0f3' } }
    }, more);
  }

  var draw = {};

  draw.heatmap = function (data, width) {
    var most = data.cells.reduce(function (max, cell) { return Math.max(max, cell.revenue); }, 0);
    var square = Math.max(26, Math.min(64, (width - 90) / data.columns));
    var height = Math.max(180, data.rows * Math.max(30, Math.min(56, square))) + 132;
    var root = function (value) { return Math.sqrt(Math.max(0, value)); };
    var names = function (n) { return Array.from({ length: n }, function (_, i) { return String(i + 1); }); };
    return {
      height: height,
      option: base({
        grid: { left: 44, right: 8, top: 8, bottom: 118 },
        xAxis: axis('category', data.xTitle, { data: names(data.columns), nameGap: 26, splitLine: { show: false } }),
        yAxis: axis('category', data.yTitle, { data: names(data.rows), nameGap: 26, splitLine: { show: false } }),
        visualMap: {
          type: 'continuous', dimension: 2, min: 0, max: root(most) || 1, calculable: false, orient: 'horizontal',
          left: 'center', bottom: 0, itemWidth: 12, itemHeight: Math.min(220, width / 2), hoverLink: false,
          inRange: { color: SHADES }, text: [compact.format(most) + '  ', '  0'], textStyle: { color: SOFT }
        },
        graphic: [{
          type: 'text', left: 'center', bottom: 40, silent: true,
          style: { text: data.scale, fill: SOFT, fontSize: 12 }
        }],
        series: [{
          type: 'heatmap',
          data: data.cells.map(function (cell) {
            var shade = most > 0 ? root(cell.revenue) / root(most) : 0;
            return {
              value: [cell.f - 1, cell.r - 1, root(cell.revenue)], hint: cell.hint,
              label: {
                show: square >= 40, color: shade > 0.65 ? '#fff' : INK, formatter: compact.format(cell.revenue)
              }
            };
          }),
          itemStyle: { borderColor: '#fff', borderWidth: 2 },
          label: { fontSize: 11 },
          emphasis: { itemStyle: { borderColor: INK } }
        }]
      })
    };
  };

  draw.bars = function (data, width) {
    var colors = [SKY, BLUE];
    return {
      height: data.names.length * (data.series.length > 1 ? 42 : 27) + 84,
      option: base({
        grid: { left: 4, right: 44, top: 36, bottom: 8, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: SOFT } },
        xAxis: axis('value', '', { max: atMostOne, axisLabel: { color: SOFT, formatter: percent.format }, splitNumber: width < 480 ? 3 : 6 }),
        yAxis: axis('category', '', {
          data: data.names, inverse: true,
          axisLabel: { color: INK, width: width < 480 ? 96 : 180, overflow: 'break', lineHeight: 14 }
        }),
        series: data.series.map(function (series, s) {
          return {
            type: 'bar', name: series.name, barMaxWidth: 14, barGap: '12%', color: data.series.length > 1 ? colors[s] : BLUE,
            label: { show: true, position: 'right', color: SOFT, fontSize: 11, formatter: function (at) { return percent.format(at.value); } },
            data: series.shares.map(function (share, i) { return { value: share, hint: data.hints[i] }; })
          };
        })
      })
    };
  };

  draw.lorenz = function (data, width) {
    var ticks = { formatter: percent.format, color: SOFT };
    return {
      height: Math.max(300, Math.min(420, width * 0.9)),
      option: base({
        grid: { left: 58, right: 16, top: 40, bottom: 52 },
        legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 18, itemHeight: 3, textStyle: { color: SOFT } },
        tooltip: {
          trigger: 'axis', confine: true, transitionDuration: 0, borderColor: LINE, textStyle: { color: INK, fontSize: 13 },
          formatter: function (at) {
            var point = at.filter(function (p) { return p.seriesIndex === 0; })[0];
            if (!point) { return ''; }
            var lines = [data.curve, data.xTitle + ': ' + percent.format(point.value[0]), data.yTitle + ': ' + percent.format(point.value[1])];
            return hint(lines);
          }
        },
        xAxis: axis('value', data.xTitle, { min: 0, max: 1, nameGap: 30, axisLabel: ticks }),
        yAxis: axis('value', data.yTitle, { max: 1, nameGap: 44, axisLabel: ticks }),
        series: [
          {
            type: 'line', name: data.curve, data: data.points, showSymbol: false, color: BLUE, lineStyle: { width: 2.5 },
            areaStyle: { color: BLUE, opacity: 0.1 },
            markLine: {
              silent: true, symbol: 'none', lineStyle: { color: RED, type: 'dashed' },
              label: { formatter: data.top, position: 'insideEndTop', rotate: 0, color: RED, fontSize: 12, align: 'right', padding: [0, 8, 0, 0], offset: [0, 14] },
              data: [{ xAxis: data.topFrom }]
            }
          },
          {
            type: 'line', name: data.equality, data: [[0, 0], [1, 1]], showSymbol: false, color: GREY, silent: true,
            lineStyle: { width: 1.5, type: 'dashed' }
          }
        ]
      })
    };
  };

  draw.quadrants = function (data, width) {
    var most = data.spots.reduce(function (max, spot) { return Math.max(max, spot.customers); }, 1);
    var largest = width < 480 ? 20 : 34;
    var narrow = width < 480;
    var corner = function (name, color, position, from, to) {
      var room = (width - 64) * (to[0] - from[0]) / 110 - 16;
      return [
        {
          coord: from, name: name, itemStyle: { color: color, opacity: 0.06 },
          label: {
            position: position, color: INK, fontWeight: 600, fontSize: narrow ? 11 : 12, formatter: name, distance: 8,
            width: Math.min(room, measure(name, narrow ? 11 : 12)), overflow: 'break'
          }
        },
        { coord: to }
      ];
    };
    var x = data.xCut, y = data.yCut;
    // The axes reach a little beyond 0 and 100, so that bubbles on the edge stay whole.
    var ticks = { color: SOFT, interval: 0, hideOverlap: true, formatter: function (value) { return value < 0 || value > 100 || value % 20 ? '' : String(value); } };
    var line = { onZero: false, lineStyle: { color: '#aab4be' } };
    return {
      height: Math.max(360, Math.min(540, width * 0.72)),
      option: base({
        grid: { left: 52, right: 12, top: 12, bottom: 52 },
        xAxis: axis('value', data.xTitle, { min: -5, max: 105, interval: 5, nameGap: 30, splitLine: { show: false }, axisLabel: ticks, axisLine: line }),
        yAxis: axis('value', data.yTitle, { min: -15, max: 115, interval: 5, nameGap: 34, splitLine: { show: false }, axisLabel: ticks, axisLine: line }),
        series: [
          {
            type: 'scatter', silent: true, data: [],
            markArea: {
              silent: true,
              data: [
                corner(data.names.LATENT || '', GROUPS.LATENT, 'insideTopLeft', [-5, 115], [x, y]),
                corner(data.names.TRUE || '', GROUPS.TRUE, 'insideTopRight', [x, 115], [105, y]),
                corner(data.names.NONE || '', GROUPS.NONE, 'insideBottomLeft', [-5, y], [x, -15]),
                corner(data.names.SPURIOUS || '', GROUPS.SPURIOUS, 'insideBottomRight', [x, y], [105, -15])
              ]
            },
            markLine: {
              silent: true, symbol: 'none', lineStyle: { color: SOFT, type: 'dashed', width: 1.2 }, label: { show: false },
              data: [{ xAxis: x }, { yAxis: y }]
            }
          },
          {
            type: 'scatter',
            symbolSize: function (value) { return Math.max(4, largest * Math.sqrt(value[2] / most)); },
            data: data.spots.slice().sort(function (a, b) { return b.customers - a.customers; }).map(function (spot) {
              return {
                value: [spot.x, spot.y, spot.customers], hint: spot.hint,
                itemStyle: { color: GROUPS[spot.kind] || GREY, opacity: 0.72, borderColor: '#fff', borderWidth: 0.8 }
              };
            })
          }
        ]
      })
    };
  };

  draw.stack = function (data, width) {
    var total = data.parts.reduce(function (sum, part) { return sum + part.count; }, 0) || 1;
    return {
      height: 136,
      option: base({
        grid: { left: 0, right: 0, top: 42, bottom: 34 },
        legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 10, itemGap: 12, selectedMode: false, textStyle: { color: SOFT } },
        xAxis: axis('value', '', { min: 0, max: 1, splitLine: { show: false }, axisLabel: {
          color: SOFT, formatter: percent.format, alignMinLabel: 'left', alignMaxLabel: 'right' } }),
        yAxis: { type: 'category', show: false, data: [''] },
        series: data.parts.map(function (part) {
          var share = part.count / total;
          return {
            type: 'bar', stack: 'all', name: part.name, color: GROUPS[part.group], barWidth: 44,
            itemStyle: { borderColor: '#fff', borderWidth: 1 },
            label: {
              show: share * width > 40, formatter: part.label, fontWeight: 600,
              color: part.group === 'passives' ? INK : '#fff'
            },
            data: [{ value: share, hint: part.hint }]
          };
        })
      })
    };
  };

  draw.whiskers = function (data, width) {
    var format = data.percent ? percent.format : whole.format;
    var named = data.percent || data.rows.length > 1;
    var least = data.rows.reduce(function (min, row) { return Math.min(min, row.lower); }, 0);
    var most = data.rows.reduce(function (max, row) { return Math.max(max, row.upper); }, 0);
    var scores = named && !data.percent
      ? { min: Math.max(-100, Math.floor(least / 25) * 25), max: Math.min(100, Math.ceil(most / 25) * 25), interval: width < 480 ? 50 : 25 }
      : { min: -100, max: 100, interval: width < 360 ? 50 : 25 };
    return {
      height: data.rows.length * 46 + 60,
      option: base({
        grid: { left: named ? 4 : 16, right: 24, top: 22, bottom: named ? 8 : 34, containLabel: named },
        xAxis: axis('value', '', data.percent
          ? { min: 0, max: atMostOne, splitNumber: width < 480 ? 4 : 8, axisLabel: { color: SOFT, formatter: format } }
          : Object.assign(scores, { axisLabel: { color: SOFT, formatter: format } })),
        yAxis: axis('category', '', {
          data: data.rows.map(function (row) { return row.name; }), inverse: true,
          axisLabel: { show: named, color: INK, width: width < 480 ? 110 : 260, overflow: 'break', lineHeight: 15 }
        }),
        series: [{
          type: 'custom',
          encode: { x: [1, 2, 3], y: 0 },
          markLine: !data.percent
            ? { silent: true, symbol: 'none', label: { show: false }, lineStyle: { color: SOFT, type: 'solid' }, data: [{ xAxis: 0 }] }
            : undefined,
          renderItem: function (params, api) {
            var row = data.rows[params.dataIndex];
            var low = api.coord([api.value(2), api.value(0)]);
            var high = api.coord([api.value(3), api.value(0)]);
            var known = row.value !== null && row.value !== undefined;
            var point = known ? api.coord([row.value, api.value(0)]) : [(low[0] + high[0]) / 2, low[1]];
            var line = function (x1, y1, x2, y2, w) {
              return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: { stroke: known ? BLUE : GREY, lineWidth: w } };
            };
            return {
              type: 'group',
              children: [
                line(low[0], low[1], high[0], high[1], 2.5),
                line(low[0], low[1] - 6, low[0], low[1] + 6, 2),
                line(high[0], high[1] - 6, high[0], high[1] + 6, 2),
                { type: 'circle', invisible: !known, shape: { cx: point[0], cy: point[1], r: 4.5 }, style: { fill: BLUE } },
                {
                  type: 'text',
                  style: { text: row.label, x: point[0], y: point[1] - 10, fill: INK, font: '600 12px sans-serif', textAlign: 'center', textVerticalAlign: 'bottom' }
                }
              ]
            };
          },
          data: data.rows.map(function (row, i) {
            return { value: [i, row.value === null || row.value === undefined ? row.lower : row.value, row.lower, row.upper], hint: row.hint };
          })
        }]
      })
    };
  };

  draw.columns = function (data, width) {
    var longest = Math.max.apply(null, data.names.map(function (name) { return measure(name, 11); }).concat(1));
    var many = longest + 4 > (width - 40) / data.names.length;
    return {
      height: 280,
      option: base({
        grid: { left: 4, right: 4, top: 28, bottom: 22, containLabel: true },
        xAxis: axis('category', data.xTitle, {
          data: data.names, nameGap: many ? Math.round(0.71 * longest) + 20 : 28,
          axisLabel: { color: SOFT, rotate: many ? 45 : 0, fontSize: 11, interval: many ? 'auto' : 0 }
        }),
        yAxis: axis('value', data.yTitle, {
          nameLocation: 'end', nameTextStyle: { color: SOFT, align: 'left' }, minInterval: 1,
          axisLabel: { color: SOFT, formatter: compact.format }
        }),
        series: [{
          type: 'bar', barCategoryGap: data.groups ? '18%' : '8%', color: BLUE,
          data: data.counts.map(function (count, i) {
            return { value: count, hint: data.hints[i], itemStyle: { color: data.groups ? GROUPS[data.groups[i]] : BLUE } };
          })
        }]
      })
    };
  };

  draw.curve = function (data, width) {
    var single = data.lines.length === 1;
    var named = data.lines.filter(function (line) { return line.name; }).length > 0;
    var colors = [BLUE, RED];
    var ticks = function (shares, other) { return { color: SOFT, hideOverlap: true, formatter: shares ? percent.format : other.format }; };
    return {
      height: named ? 350 : 320,
      option: base({
        grid: { left: 58, right: 20, top: named ? 54 : 26, bottom: 52 },
        legend: { show: named, top: 0, left: 0, icon: 'roundRect', itemWidth: 18, itemHeight: 3, textStyle: { color: SOFT } },
        tooltip: {
          trigger: 'axis', confine: true, transitionDuration: 0, borderColor: LINE, textStyle: { color: INK, fontSize: 13 },
          formatter: function (at) {
            return at.map(function (point) { return hint(point.data.hint); }).join('<br>');
          }
        },
        xAxis: axis('value', data.xTitle, { min: 0, nameGap: 30, axisLabel: ticks(data.xPercent, whole), splitNumber: width < 480 ? 4 : 8 }),
        yAxis: axis('value', data.yTitle, { min: 0, max: data.yPercent ? 1 : null, nameGap: 44, axisLabel: ticks(data.yPercent, compact) }),
        series: data.lines.map(function (line, l) {
          return {
            type: 'line', name: line.name, color: colors[l], symbol: 'circle', symbolSize: line.steps.length > 30 ? 4 : 7,
            lineStyle: { width: 2.5, type: l ? 'dashed' : 'solid' }, areaStyle: single && data.yPercent ? { color: BLUE, opacity: 0.08 } : undefined,
            data: line.steps.map(function (step) { return { value: [step.x, step.y], hint: step.hint }; }),
            markLine: data.mark && l === 0 ? {
              silent: true, symbol: 'none', precision: 12, lineStyle: { color: INK, type: 'solid', width: 1.2 },
              label: { formatter: data.mark.label, position: 'end', color: INK, fontSize: 12, fontWeight: 600 },
              data: [{ xAxis: data.mark.x }]
            } : undefined
          };
        })
      })
    };
  };

  /** A cell of which nothing is known yet: struck through, so that nobody takes it for a zero. */
  function unseenCell(params, api) {
    var size = api.size([1, 1]);
    var at = api.coord([api.value(0), api.value(1)]);
    var x = at[0] - size[0] / 2 + 1, y = at[1] - size[1] / 2 + 1, w = size[0] - 2, h = size[1] - 2;
    return {
      type: 'group',
      children: [
        { type: 'rect', shape: { x: x, y: y, width: w, height: h }, style: { fill: '#fafbfc', stroke: '#e6eaee', lineWidth: 1 } },
        { type: 'line', shape: { x1: x, y1: y + h, x2: x + w, y2: y }, style: { stroke: '#bcc6d0', lineWidth: 1 } }
      ]
    };
  }

  draw.triangle = function (data, width) {
    var narrow = width < 480;
    var left = Math.max.apply(null, data.rows.map(function (name) { return measure(name, 11); })) + 14;
    var square = (width - left - 8) / data.columns.length;
    var high = Math.max(18, Math.min(34, square));
    var room = measure('100%', 10) + 2;
    var values = square >= room && high >= 16;
    return {
      height: Math.round(data.rows.length * high) + 122,
      option: base({
        grid: { left: left, right: 8, top: 34, bottom: 88 },
        graphic: [
          { type: 'rect', left: 0, top: 4, silent: true, shape: { width: 18, height: 12 }, style: { fill: '#fafbfc', stroke: '#c3ccd5' } },
          { type: 'line', left: 0, top: 4, silent: true, shape: { x1: 0, y1: 12, x2: 18, y2: 0 }, style: { stroke: '#c3ccd5' } },
          { type: 'text', left: 26, top: 4, silent: true, style: { text: data.unseenName, fill: SOFT, fontSize: 12 } }
        ],
        xAxis: axis('category', data.xTitle, {
          data: data.columns, nameGap: 26, splitLine: { show: false }, axisLabel: { color: SOFT, hideOverlap: true, fontSize: narrow ? 10 : 12 }
        }),
        yAxis: axis('category', '', {
          data: data.rows, inverse: true, splitLine: { show: false }, axisLabel: { color: SOFT, fontSize: 11, interval: 0 }
        }),
        visualMap: {
          type: 'continuous', seriesIndex: 0, dimension: 2, min: data.low, max: data.high, calculable: false, orient: 'horizontal',
          left: 'center', bottom: 6, itemWidth: 12, itemHeight: Math.min(220, width / 2), hoverLink: false,
          inRange: { color: SHADES }, text: [percent.format(data.high) + '  ', '  ' + percent.format(data.low)], textStyle: { color: SOFT }
        },
        series: [
          {
            type: 'heatmap',
            data: data.cells.map(function (cell) {
              var shade = Math.max(data.low, Math.min(data.high, cell.share));
              return {
                value: [cell.column, cell.row, shade], hint: cell.hint,
                label: {
                  show: values, color: (shade - data.low) / (data.high - data.low) > 0.65 ? '#fff' : INK,
                  formatter: percent.format(cell.share) + (cell.partial ? '*' : '')
                }
              };
            }),
            itemStyle: { borderColor: '#fff', borderWidth: square < 24 ? 1 : 2 },
            label: { fontSize: 10 },
            emphasis: { itemStyle: { borderColor: INK } }
          },
          {
            type: 'custom', encode: { x: 0, y: 1 }, renderItem: unseenCell,
            data: data.unseen.map(function (cell) { return { value: [cell.column, cell.row], hint: cell.hint }; })
          }
        ]
      })
    };
  };

  draw.survival = function (data, width) {
    var colors = [BLUE, RED, '#009e73', '#8a5ea8'];
    var last = Math.max.apply(null, data.curves.map(function (curve) { return curve.lastDay; }));
    var several = data.curves.length > 1;
    var series = [];
    data.curves.forEach(function (curve, c) {
      var color = colors[c % colors.length];
      var points = curve.points;
      // Both ends of every step, there along the upper bound and back along the lower.
      var until = points.map(function (point, i) { return i + 1 < points.length ? points[i + 1].day : curve.lastDay; });
      series.push({
        type: 'custom', silent: true, clip: true, z: 1, encode: { x: 0, y: 1 }, data: [[0, 0]], tooltip: { show: false },
        renderItem: function (params, api) {
          var there = [], back = [];
          points.forEach(function (point, i) {
            there.push(api.coord([point.day, point.upper]), api.coord([until[i], point.upper]));
            back.unshift(api.coord([until[i], point.lower]), api.coord([point.day, point.lower]));
          });
          return { type: 'polygon', shape: { points: there.concat(back) }, style: { fill: color, opacity: several ? 0.12 : 0.18 } };
        }
      });
      var shares = points.map(function (point) { return { value: [point.day, point.survival], hint: point.hint }; });
      if (points.length && points[points.length - 1].day < curve.lastDay) {
        shares.push({ value: [curve.lastDay, points[points.length - 1].survival], hint: points[points.length - 1].hint });
      }
      var median = !several && curve.median !== null && curve.median !== undefined;
      series.push({
        type: 'line', name: curve.name, step: 'end', color: color, showSymbol: false, symbol: 'circle', z: 2,
        lineStyle: { width: 2.2, type: c % 2 ? 'dashed' : 'solid' }, data: shares,
        markLine: median ? {
          silent: true, symbol: 'none', lineStyle: { color: INK, type: 'dashed', width: 1.2 }, label: { show: false },
          data: [
            [{ coord: [0, 0.5] }, { coord: [curve.median, 0.5] }],
            [{ coord: [curve.median, 0.5] }, { coord: [curve.median, 0] }]
          ]
        } : undefined,
        markPoint: median ? {
          silent: true, symbol: 'circle', symbolSize: 8, itemStyle: { color: INK },
          label: {
            formatter: curve.mark, position: curve.median > last / 2 ? 'left' : 'right', distance: 10, offset: [0, curve.median > last / 2 ? 14 : -12], color: INK, fontSize: 12, fontWeight: 600
          },
          data: [{ coord: [curve.median, 0.5] }]
        } : undefined
      });
    });
    return {
      height: several ? 370 : 340,
      option: base({
        grid: { left: 58, right: 20, top: several ? 44 : 14, bottom: 52 },
        legend: {
          show: several, top: 0, left: 0, icon: 'roundRect', itemWidth: 18, itemHeight: 3, selectedMode: false, textStyle: { color: SOFT },
          data: data.curves.map(function (curve) { return curve.name; })
        },
        tooltip: {
          trigger: 'axis', confine: true, transitionDuration: 0, borderColor: LINE, textStyle: { color: INK, fontSize: 13 },
          formatter: function (at) {
            return at.filter(function (point) { return point.data && point.data.hint; }).map(function (point) {
              return hint(several ? [point.seriesName].concat(point.data.hint) : point.data.hint);
            }).join('<br>');
          }
        },
        xAxis: axis('value', data.xTitle, { min: 0, max: last || 1, nameGap: 30, axisLabel: { color: SOFT, hideOverlap: true, formatter: whole.format, showMaxLabel: false } }),
        yAxis: axis('value', data.yTitle, { min: 0, max: 1, nameGap: 44, axisLabel: { color: SOFT, formatter: percent.format } }),
        series: series
      })
    };
  };

  var STATES = { NEW: '#009e73', RETURNING: BLUE, REACTIVATED: '#56b4e9', QUIET: '#f0cf7f', LAPSED: '#b4bcc4' };

  draw.states = function (data, width) {
    return {
      height: Math.max(320, Math.min(400, width * 0.6)) + (width < 480 ? 30 : 0),
      option: base({
        grid: { left: 4, right: 4, top: width < 480 ? 92 : 62, bottom: 6, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, itemGap: 12, textStyle: { color: SOFT } },
        tooltip: Object.assign(axisHint(data.hints), { axisPointer: { type: 'shadow' } }),
        xAxis: axis('category', '', { data: data.names, splitLine: { show: false }, axisLabel: { color: SOFT, hideOverlap: true, fontSize: 11 } }),
        yAxis: axis('value', data.yTitle, {
          nameLocation: 'end', nameTextStyle: { color: SOFT, align: 'left' }, minInterval: 1, axisLabel: { color: SOFT, formatter: compact.format }
        }),
        series: data.series.map(function (series) {
          return {
            type: 'bar', stack: 'all', name: series.name, color: STATES[series.state], barCategoryGap: '14%', barMaxWidth: 60,
            itemStyle: { borderColor: '#fff', borderWidth: 0.5 }, data: series.counts
          };
        })
      })
    };
  };

  draw.sankey = function (data, width) {
    var narrow = width < 560;
    var side = narrow ? Math.max(78, width * 0.25) : 190;
    var font = narrow ? 11 : 12.5;
    var label = function (place) {
      var lines = wrap(place.name, side - 10, font * 0.9);
      var last = lines[lines.length - 1] + ' ' + place.number;
      return measure(last, font * 0.9) <= side - 10 ? lines.slice(0, -1).concat(last) : lines.concat(place.number);
    };
    var node = function (position) {
      return function (place) {
        return {
          name: place.id, hint: place.hint, itemStyle: { color: GROUPS[place.kind] || (place.kind === 'NOBODY' ? '#5b6670' : '#c3ccd5'), borderWidth: 0 },
          label: {
            position: position, formatter: label(place).join('\n'), fontSize: font, lineHeight: font + 3, color: INK, align: position === 'left' ? 'right' : 'left'
          }
        };
      };
    };
    var kinds = {};
    data.before.concat(data.after).forEach(function (place) { kinds[place.id] = place.kind; });
    var title = function (text, at) {
      return Object.assign({ type: 'text', top: 6, silent: true, style: { text: text, fill: SOFT, fontSize: 12 } }, at);
    };
    return {
      height: narrow ? 580 : 500,
      option: base({
        graphic: [title(data.beforeTitle, { left: 0 }), title(data.afterTitle, { right: 0 })],
        series: [{
          type: 'sankey', left: side, right: side, top: 30, bottom: 16, nodeWidth: 14, nodeGap: narrow ? 28 : 16, layoutIterations: 0, draggable: false,
          emphasis: { focus: 'adjacency' }, nodeAlign: 'justify',
          data: data.before.map(node('left')).concat(data.after.map(node('right'))),
          links: data.links.map(function (link) {
            var color = GROUPS[kinds[link.source]] || GREY;
            return { source: link.source, target: link.target, value: link.customers, hint: link.hint, lineStyle: { color: color, opacity: 0.32, curveness: 0.5 } };
          })
        }]
      })
    };
  };

  draw.shades = function (data, width) {
    var square = Math.max(22, Math.min(64, (width - 80) / data.columns.length));
    var high = Math.max(24, Math.min(40, square));
    return {
      height: data.rows.length * high + 104,
      option: base({
        grid: { left: 50, right: 8, top: 8, bottom: 88 },
        xAxis: axis('category', data.xTitle, { data: data.columns, nameGap: 26, splitLine: { show: false }, axisLabel: { color: SOFT, hideOverlap: true, fontSize: square < 30 ? 10 : 12 } }),
        yAxis: axis('category', data.yTitle, { data: data.rows, nameGap: 32, splitLine: { show: false }, axisLabel: { color: SOFT, interval: 0 } }),
        visualMap: {
          type: 'continuous', dimension: 2, min: 0, max: 1, calculable: false, orient: 'horizontal',
          left: 'center', bottom: 6, itemWidth: 12, itemHeight: Math.min(220, width / 2), hoverLink: false,
          inRange: { color: SHADES }, text: [percent.format(1) + '  ', '  ' + percent.format(0)], textStyle: { color: SOFT }
        },
        series: [{
          type: 'heatmap',
          data: data.cells.map(function (cell) {
            return {
              value: [cell.column, cell.row, cell.share], hint: cell.hint,
              label: { show: square >= 38, color: cell.share > 0.65 ? '#fff' : INK, formatter: percent.format(cell.share) }
            };
          }),
          itemStyle: { borderColor: '#fff', borderWidth: square < 30 ? 1 : 2 },
          label: { fontSize: 11 },
          emphasis: { itemStyle: { borderColor: INK } }
        }]
      })
    };
  };

  function axisHint(hints) {
    return {
      trigger: 'axis', confine: true, transitionDuration: 0, borderColor: LINE, padding: [8, 12], textStyle: { color: INK, fontSize: 13 },
      axisPointer: { type: 'line', lineStyle: { color: SOFT } },
      formatter: function (at) { return at.length ? hint(hints[at[0].dataIndex]) : ''; }
    };
  }

  draw.tracking = function (data, width) {
    var last = data.days.length - 1;
    return {
      height: Math.max(280, Math.min(340, width * 0.75)),
      option: base({
        grid: { left: 4, right: 14, top: 62, bottom: 6, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 20, itemHeight: 8, textStyle: { color: SOFT } },
        tooltip: axisHint(data.hints),
        xAxis: axis('category', '', {
          data: data.days, boundaryGap: false, splitLine: { show: false },
          axisLabel: { color: SOFT, hideOverlap: true, formatter: function (day) { return day.slice(0, 7); } }
        }),
        yAxis: axis('value', data.yTitle, {
          min: 0, nameLocation: 'end', nameTextStyle: { color: SOFT, align: 'left' }, axisLabel: { color: SOFT, formatter: compact.format }
        }),
        series: [
          {
            type: 'line', name: data.actualName, data: data.actual, color: BLUE, showSymbol: last < 3, lineStyle: { width: 2 },
            markArea: data.known > last ? undefined : {
              silent: true, itemStyle: { color: SOFT, opacity: 0.1 },
              label: { position: 'insideTop', color: SOFT, fontSize: 12, formatter: data.holdoutName },
              data: [[{ xAxis: data.days[Math.max(0, data.known - 1)] }, { xAxis: data.days[last] }]]
            }
          },
          { type: 'line', name: data.expectedName, data: data.expected, color: RED, showSymbol: last < 3, lineStyle: { width: 2, type: 'dashed' } }
        ]
      })
    };
  };

  draw.pairs = function (data) {
    var bar = function (name, values, color) {
      return { type: 'bar', name: name, data: values, color: color, barMaxWidth: 34, barGap: '6%', barCategoryGap: '24%' };
    };
    return {
      height: 320,
      option: base({
        grid: { left: 4, right: 4, top: 62, bottom: 24, containLabel: true },
        legend: { top: 0, left: 0, itemWidth: 14, itemHeight: 10, textStyle: { color: SOFT } },
        tooltip: Object.assign(axisHint(data.hints), { axisPointer: { type: 'shadow' } }),
        xAxis: axis('category', data.xTitle, { data: data.names, nameGap: 28, splitLine: { show: false }, axisLabel: { color: SOFT, interval: 0 } }),
        yAxis: axis('value', data.yTitle, {
          nameLocation: 'end', nameTextStyle: { color: SOFT, align: 'left' }, axisLabel: { color: SOFT, formatter: compact.format }
        }),
        series: [bar(data.actualName, data.actual, BLUE), bar(data.expectedName, data.expected, SKY)]
      })
    };
  };

  draw.calibration = function (data, width) {
    var most = data.spots.reduce(function (max, spot) { return Math.max(max, spot.predicted, spot.upper); }, 0.05);
    var end = most > 0.8 ? 1 : Math.ceil(most * 10) / 10;
    var ticks = { color: SOFT, formatter: percent.format };
    return {
      height: Math.max(320, Math.min(460, width * 0.7)),
      option: base({
        grid: { left: 58, right: 20, top: 40, bottom: 52 },
        legend: { top: 0, left: 0, icon: 'roundRect', itemWidth: 18, itemHeight: 3, data: [data.exact], selectedMode: false, textStyle: { color: SOFT } },
        xAxis: axis('value', data.xTitle, { min: 0, max: end, nameGap: 30, axisLabel: ticks }),
        yAxis: axis('value', data.yTitle, { min: 0, max: end, nameGap: 44, axisLabel: ticks }),
        series: [
          {
            type: 'line', name: data.exact, data: [[0, 0], [end, end]], showSymbol: false, color: GREY, silent: true,
            lineStyle: { width: 1.5, type: 'dashed' }
          },
          {
            type: 'custom', clip: true,
            encode: { x: 0, y: [1, 2, 3] },
            renderItem: function (params, api) {
              var low = api.coord([api.value(0), api.value(2)]);
              var high = api.coord([api.value(0), api.value(3)]);
              var point = api.coord([api.value(0), api.value(1)]);
              var line = function (x1, y1, x2, y2) {
                return { type: 'line', shape: { x1: x1, y1: y1, x2: x2, y2: y2 }, style: { stroke: BLUE, lineWidth: 1.8 } };
              };
              return {
                type: 'group',
                children: [
                  line(low[0], low[1], high[0], high[1]),
                  line(low[0] - 4, low[1], low[0] + 4, low[1]),
                  line(high[0] - 4, high[1], high[0] + 4, high[1]),
                  { type: 'circle', shape: { cx: point[0], cy: point[1], r: 4 }, style: { fill: BLUE } }
                ]
              };
            },
            data: data.spots.map(function (spot) {
              return { value: [spot.predicted, spot.observed, spot.lower, spot.upper], hint: spot.hint };
            })
          }
        ]
      })
    };
  };

  var drawn = [];

  function Figure(box) {
    this.box = box;
    this.data = page.charts[box.dataset.chart];
    this.chart = null;
    this.width = 0;
  }

  Figure.prototype.show = function (width) {
    width = Math.round(width);
    if (width < 1 || width === this.width) { return; }
    this.width = width;
    var box = this.box;
    var made = draw[box.dataset.kind](this.data, width);
    var height = Math.round(made.height);
    box.style.height = height + 'px';
    if (this.chart) {
      this.chart.resize({ width: width, height: height });
    } else {
      this.chart = echarts.init(box, null, { renderer: 'svg', width: width, height: height });
      this.chart.on('finished', function () { box.dataset.drawn = 'true'; });
    }
    this.chart.setOption(made.option, true);
  };

  Figure.prototype.fit = function () { this.show(this.box.clientWidth); };

  Array.prototype.forEach.call(document.querySelectorAll('[data-chart]'), function (box) {
    var figure = new Figure(box);
    drawn.push(figure);
    figure.fit();
  });

  var waiting = 0;
  var printing = false;
  window.addEventListener('resize', function () {
    cancelAnimationFrame(waiting);
    waiting = requestAnimationFrame(function () {
      if (!printing) { drawn.forEach(function (figure) { figure.fit(); }); }
    });
  });
  window.addEventListener('beforeprint', function () {
    printing = true;
    drawn.forEach(function (figure) { figure.show(figure.box.closest('.half') ? HALF_PAPER_WIDTH : PAPER_WIDTH); });
  });
  window.addEventListener('afterprint', function () {
    printing = false;
    drawn.forEach(function (figure) { figure.fit(); });
  });
}());
