"""Clients that ask a site for one address over and over, each over a connection of its own: `python -m bench.clients`.

python -m bench.clients PORT CLIENTS SECONDS ADDRESS…     one line of JSON an address: requests/s, p50 and p95 in ms
"""

from __future__ import annotations

import json
import socket
import sys
import threading
import time


def main(port: int, clients: int, seconds: float, addresses: list[str]) -> None:
    """Ask for each address in turn."""
    for address in addresses:
        asked = run(port, clients, seconds, address)
        print(json.dumps({"address": address, **asked}), flush=True)


def run(port: int, clients: int, seconds: float, address: str) -> dict[str, float]:
    """`clients` at once for `seconds`: requests a second, and how long half and 95 of a hundred waited at most."""
    times: list[list[float]] = [[] for _ in range(clients)]
    begun = time.perf_counter()
    threads = [
        threading.Thread(target=client, args=(port, address, begun + seconds, times[number]))
        for number in range(clients)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    waited = sorted(one for own in times for one in own)
    rate = len(waited) / (time.perf_counter() - begun)
    return {
        "rate": rate,
        "p50": 1000 * waited[len(waited) // 2],
        "p95": 1000 * waited[int(len(waited) * 0.95)],
    }


def client(port: int, address: str, until: float, times: list[float]) -> None:
    """One client: the next request when the answer is there. It reads bytes and nothing else, to leave the machine free."""
    request = f"GET {address} HTTP/1.1\r\nHost: 127.0.0.1\r\nAccept-Encoding: gzip\r\n\r\n".encode("ascii")
    with socket.create_connection(("127.0.0.1", port), timeout=60) as connection:
        connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        while (began := time.perf_counter()) < until:
            connection.sendall(request)
            if (status := answer(connection)) != 200:
                raise SystemExit(f"{address} answers {status}")
            times.append(time.perf_counter() - began)


def answer(connection: socket.socket) -> int:
    """Read one answer to its end; its status."""
    read = b""
    while b"\r\n\r\n" not in read:
        if not (more := connection.recv(1 << 16)):
            raise SystemExit("the site hung up")
        read += more
    head, _, body = read.partition(b"\r\n\r\n")
    lines = head.lower().split(b"\r\n")
    length = next((int(line[15:]) for line in lines if line.startswith(b"content-length:")), None)
    if length is None:  # in chunks: the last one is empty
        while not body.endswith(b"0\r\n\r\n"):
            body += connection.recv(1 << 16)
    else:
        left = length - len(body)
        while left > 0:
            left -= len(connection.recv(min(left, 1 << 16)))
    return int(lines[0].split()[1])


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]), float(sys.argv[3]), sys.argv[4:])
