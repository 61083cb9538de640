-- Signal K names a vessel by its Maritime Mobile Service Identity when it has no IMO number.
alter table vessel add column mmsi text;

create index vessel_mmsi on vessel (mmsi);
