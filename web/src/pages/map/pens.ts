// The two pens of the drawing: on a canvas, and into the text of an SVG.
import { round, SHAPES, shapePath } from "./looks";
import type { Pen, Stroke } from "./scene";

/** Draws on a canvas. Widths of names are remembered: to measure one takes longer than to draw it. */
export class CanvasPen implements Pen {
  private readonly widths = new Map<string, number>();

  constructor(
    readonly paper: CanvasRenderingContext2D,
    readonly font: string,
    readonly ground: string,
  ) {}

  private take(stroke: Stroke): void {
    this.paper.strokeStyle = stroke.colour;
    this.paper.lineWidth = stroke.width;
    this.paper.setLineDash((stroke.dash as number[] | undefined) ?? []);
    this.paper.globalAlpha = stroke.opacity ?? 1;
  }

  lines(ends: readonly number[], stroke: Stroke): void {
    if (!ends.length) return;
    this.take(stroke);
    this.paper.beginPath();
    for (let at = 0; at < ends.length; at += 4) {
      this.paper.moveTo(ends[at]!, ends[at + 1]!);
      this.paper.lineTo(ends[at + 2]!, ends[at + 3]!);
    }
    this.paper.stroke();
    this.paper.globalAlpha = 1;
  }

  shape(kind: string, x: number, y: number, radius: number, fill: string, stroke: Stroke): void {
    this.take(stroke);
    this.paper.beginPath();
    const corners = SHAPES[kind] ?? [];
    if (corners.length) {
      corners.forEach(([right, down], at) =>
        at
          ? this.paper.lineTo(x + right * radius, y + down * radius)
          : this.paper.moveTo(x + right * radius, y + down * radius),
      );
      this.paper.closePath();
    } else this.paper.arc(x, y, radius, 0, Math.PI * 2);
    this.paper.fillStyle = fill;
    this.paper.fill();
    this.paper.stroke();
  }

  ring(x: number, y: number, radius: number, stroke: Stroke): void {
    this.take(stroke);
    this.paper.beginPath();
    this.paper.arc(x, y, radius, 0, Math.PI * 2);
    this.paper.stroke();
  }

  label(text: string, x: number, y: number, size: number, colour: string, bold: boolean): void {
    this.paper.font = this.fontOf(size, bold);
    this.paper.textAlign = "center";
    this.take({ colour: this.ground, width: 4 });
    this.paper.lineJoin = "round";
    this.paper.strokeText(text, x, y);
    this.paper.fillStyle = colour;
    this.paper.fillText(text, x, y);
  }

  width(text: string, size: number, bold: boolean): number {
    const key = `${size} ${text}`;
    let width = this.widths.get(key);
    if (width === undefined) {
      this.paper.font = this.fontOf(size, bold);
      width = this.paper.measureText(text).width;
      this.widths.set(key, width);
    }
    return width;
  }

  private fontOf(size: number, bold: boolean): string {
    return `${bold ? 700 : 500} ${size}px ${this.font}`;
  }
}

/** Writes an SVG, with the widths of names as a canvas measures them. */
export class SvgPen implements Pen {
  private readonly written: string[] = [];

  constructor(
    private readonly measuring: CanvasPen,
    private readonly right: boolean,
  ) {}

  lines(ends: readonly number[], stroke: Stroke): void {
    const path: string[] = [];
    for (let at = 0; at < ends.length; at += 4)
      path.push(`M${round(ends[at]!)} ${round(ends[at + 1]!)}L${round(ends[at + 2]!)} ${round(ends[at + 3]!)}`);
    if (path.length) this.written.push(`<path fill="none" d="${path.join("")}"${attributes(stroke)}/>`);
  }

  shape(kind: string, x: number, y: number, radius: number, fill: string, stroke: Stroke): void {
    this.written.push(
      `<path transform="translate(${round(x)} ${round(y)})" d="${shapePath(kind, round(radius))}" fill="${fill}"${attributes(stroke)}/>`,
    );
  }

  ring(x: number, y: number, radius: number, stroke: Stroke): void {
    this.written.push(
      `<circle cx="${round(x)}" cy="${round(y)}" r="${round(radius)}" fill="none"${attributes(stroke)}/>`,
    );
  }

  label(text: string, x: number, y: number, size: number, colour: string, bold: boolean): void {
    const said = text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    const outline = ` stroke="${this.measuring.ground}" stroke-width="4" stroke-linejoin="round" paint-order="stroke"`;
    this.written.push(
      `<text x="${round(x)}" y="${round(y)}" font-size="${size}"${bold ? ' font-weight="700"' : ""} fill="${colour}"${outline}>${said}</text>`,
    );
  }

  width(text: string, size: number, bold: boolean): number {
    return this.measuring.width(text, size, bold);
  }

  /** The whole SVG, with what it shows in words. */
  text(width: number, height: number, title: string): string {
    const font = this.measuring.font.replace(/"/g, "'");
    const said = title.replace(/[&<>]/g, (sign) => `&#${sign.charCodeAt(0)};`);
    return [
      `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}"`,
      ` font-family="${font}" font-weight="500" text-anchor="middle" direction="${this.right ? "rtl" : "ltr"}">`,
      `<title>${said}</title><rect width="${width}" height="${height}" fill="${this.measuring.ground}"/>`,
      ...this.written,
      "</svg>\n",
    ].join("");
  }
}

function attributes(stroke: Stroke): string {
  const dash = stroke.dash ? ` stroke-dasharray="${stroke.dash.join(" ")}"` : "";
  const opacity = stroke.opacity === undefined ? "" : ` stroke-opacity="${stroke.opacity}"`;
  return ` stroke="${stroke.colour}" stroke-width="${stroke.width}"${dash}${opacity}`;
}
