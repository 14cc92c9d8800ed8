/** A short tone for an answer, if the visitor wants one: two notes, made here, no file. */

const NOTES = [[660, 0], [880, 0.11]]; // hertz, and seconds from now
const LOUDNESS = 0.06;

export class Sound {
  constructor(memory) {
    this.memory = memory;
    this.context = null;
  }

  get isOn() {
    return this.memory.sound;
  }

  /** Switches it; what it sounds like is heard at once. */
  toggle() {
    this.memory.keepSound(!this.isOn);
    this.play();
  }

  play() {
    if (!this.isOn || !('AudioContext' in window)) return;
    // Made by a click or, after a reload, when the browser lets us; it may also never let us.
    this.context = this.context || new AudioContext();
    this.context.resume().then(() => {
      for (const [hertz, delay] of NOTES) this.note(hertz, this.context.currentTime + delay);
    }, () => {});
  }

  note(hertz, at) {
    const tone = this.context.createOscillator();
    const volume = this.context.createGain();
    tone.frequency.value = hertz;
    volume.gain.setValueAtTime(LOUDNESS, at);
    volume.gain.exponentialRampToValueAtTime(0.0001, at + 0.25);
    tone.connect(volume).connect(this.context.destination);
    tone.start(at);
    tone.stop(at + 0.26);
  }
}
